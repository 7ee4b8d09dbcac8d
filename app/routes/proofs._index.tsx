import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProofListPage } from "#app/components/proof/proof-list-page.tsx";
import type { PageHandle } from "#app/components/ui/page-title.tsx";
import { presentViewer } from "#app/domain/people/present-viewer.server.ts";
import { listProofsPage } from "#app/domain/proofs/list-proofs-page.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const handle: PageHandle = { title: "proofs" };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const after = new URL(request.url).searchParams.get("after") ?? undefined;
    return { ...(await listProofsPage(context, actor, after)), viewer: presentViewer(actor) };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);

export default function ProofListRoute() {
  return <ProofListPage {...useLoaderData<typeof loader>()} />;
}
