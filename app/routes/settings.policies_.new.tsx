import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PolicyFormPage } from "#app/components/settings/policy-form-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { AddPolicy, PolicyDraftAddress } from "#app/contracts/settings.schema.ts";
import type { RuleAnswer } from "#app/contracts/settings-views.ts";
import { addPolicy } from "#app/domain/settings/change-policies.server.ts";
import { draftPolicy } from "#app/domain/settings/draft-policy.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { afterChange, queryOf } from "#app/http/done.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "newPolicy" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    return draftPolicy(context, actor, PolicyDraftAddress.parse(queryOf(request)));
  });

export const clientLoader = keepLastLoaded(({ search }) => search);
export const clientAction = keepTyped;

export const action = ({ request, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: false,
    work: (actor, form) => addPolicy(context, actor, form.parse(AddPolicy)),
    next: afterChange("/settings/policies", "added"),
  });

export default function NewPolicyRoute() {
  const answer = useActionData() as RuleAnswer | undefined;
  return <PolicyFormPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
