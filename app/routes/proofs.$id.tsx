import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofPage } from "#app/components/proof/proof-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { DecideProof, ProofAddress, ProofDone } from "#app/contracts/proofs.schema.ts";
import { presentViewer } from "#app/domain/people/present-viewer.server.ts";
import { decideProof } from "#app/domain/proofs/decide-proof.server.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { keepTyped } from "#app/hooks/keep-typed.ts";
import { queryOf } from "#app/http/done.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { type FailedForm, load, respondToForm } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "proof" };

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const proof = await openProof(context, actor, parseAddress(ProofAddress, params).id);
    return { proof, viewer: presentViewer(actor), done: ProofDone.parse(queryOf(request)) };
  });

export const clientLoader = keepLastLoaded(({ pathname }) => pathname);
export const clientAction = keepTyped;

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    photos: false,
    work: async (actor, form) => {
      const { id } = parseAddress(ProofAddress, params);
      const input = form.parse(DecideProof);
      return { ...(await decideProof(context, actor, id, input)), to: input.to };
    },
    next: (answered) => `/proofs/${params.id}?${doneSearch(answered as Answered)}`,
  });

type Answered = { to: DecideProof["to"]; decided: number; left: number };

const doneSearch = ({ to, decided, left }: Answered) =>
  new URLSearchParams({ done: to, count: String(decided), left: String(left) });

export default function ProofRoute() {
  const failed = useActionData() as FailedForm | undefined;
  return <ProofPage {...useLoaderData<typeof loader>()} problem={failed?.problem ?? null} />;
}
