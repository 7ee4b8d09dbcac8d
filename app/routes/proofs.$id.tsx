import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofPage } from "#app/components/proof/proof-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { DecideProof, ProofAddress } from "#app/contracts/proofs.schema.ts";
import { presentViewer } from "#app/domain/people/present-viewer.server.ts";
import { decideProof } from "#app/domain/proofs/decide-proof.server.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { type FailedForm, load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "proof" };

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const proof = await openProof(context, actor, parseAddress(ProofAddress, params).id);
    return { proof, viewer: presentViewer(actor) };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);
export const clientAction = keepTyped;

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: false,
    work: (actor, form) => {
      const { id } = parseAddress(ProofAddress, params);
      return decideProof(context, actor, id, form.parse(DecideProof));
    },
    next: `/proofs/${params.id}`,
  });

export default function ProofRoute() {
  const failed = useActionData() as FailedForm | undefined;
  return <ProofPage {...useLoaderData<typeof loader>()} problem={failed?.problem ?? null} />;
}
