import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewProofPage } from "#app/components/proof/new-proof-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { ShareProof } from "#app/contracts/proofs.schema.ts";
import { onlyIds } from "#app/contracts/text.schema.ts";
import { describeNewProof } from "#app/domain/proofs/describe-new-proof.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { listOf } from "#app/http/filing-values.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { type FailedForm, load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "newProof" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const page = await describeNewProof(context, actor, []);
    return { ...page, values: {}, problem: null };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);
export const clientAction = keepTyped;

export const action = ({ request, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: true,
    work: (actor, form) => shareProof(context, actor, form.parse(ShareProof)),
    next: (made) => `/proofs/${(made as { id: string }).id}?done=shared`,
    again: (actor, sent) => describeNewProof(context, actor, onlyIds(listOf(sent.upload))),
  });

export default function NewProofRoute() {
  const page = useLoaderData<typeof loader>();
  const failed = useActionData() as FailedForm | undefined;
  return <NewProofPage {...page} {...failed} />;
}
