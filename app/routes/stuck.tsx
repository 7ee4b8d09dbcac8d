import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StuckBoardPage } from "#app/components/board/stuck-board-page.tsx";
import { StuckFilters } from "#app/contracts/reports.schema.ts";
import { listStuckPage } from "#app/domain/boards/list-stuck-page.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const filters = StuckFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
    const board = await listStuckPage(context, actor, filters);
    return {
      ...board,
      tab: filters.tab,
      filters: { courier: filters.courier ?? null, q: filters.q },
    };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);

export default function StuckRoute() {
  return <StuckBoardPage {...useLoaderData<typeof loader>()} />;
}
