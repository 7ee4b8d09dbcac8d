import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PoliciesPage } from "#app/components/settings/policies-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { Done, WithdrawRule } from "#app/contracts/settings.schema.ts";
import type { RuleAnswer } from "#app/contracts/settings-views.ts";
import { removePolicy } from "#app/domain/settings/change-policies.server.ts";
import { listRules } from "#app/domain/settings/list-rules.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { afterChange, queryOf } from "#app/http/done.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "policies" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const { policies } = await listRules(context, actor);
    return { policies, done: Done.parse(queryOf(request)) };
  });

export const clientLoader = keepLastLoaded(({ pathname }) => pathname);
export const clientAction = keepTyped;

export const action = ({ request, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: false,
    work: (actor, form) => removePolicy(context, actor, form.parse(WithdrawRule)),
    next: afterChange("/settings/policies", "withdrawn"),
  });

export default function PoliciesRoute() {
  const answer = useActionData() as RuleAnswer | undefined;
  return <PoliciesPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
