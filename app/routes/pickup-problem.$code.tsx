import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ThreadPage } from "#app/components/thread/thread-page.tsx";
import { drawClock } from "#app/components/timeline/drawn/draw-clock.server.tsx";
import { ReportAddress } from "#app/contracts/threads.schema.ts";
import { presentViewer } from "#app/domain/people/present-viewer.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { newClientIds } from "#app/http/new-client-ids.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const { code } = parseAddress(ReportAddress, params);
    const thread = await openThread(context, actor, code);
    return {
      thread,
      drawn: drawClock(thread.timeline, context.language),
      viewer: presentViewer(actor),
      csWhatsapp: context.csWhatsapp,
      clientIds: newClientIds(),
    };
  });

export const clientLoader = keepLastLoaded(({ pathname }) => pathname);

export default function ThreadRoute() {
  const page = useLoaderData<typeof loader>();
  return (
    <ThreadPage {...page}>
      <Outlet />
    </ThreadPage>
  );
}
