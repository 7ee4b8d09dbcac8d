import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Outlet, useLoaderData, useParams } from "@remix-run/react";
import { ReportListPage } from "#app/components/board/report-list-page.tsx";
import { ReportFilters } from "#app/contracts/reports.schema.ts";
import { presentViewer } from "#app/domain/people/present-viewer.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { keepLastLoaded } from "#app/hooks/keep-last-loaded.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { load } from "#app/http/respond.server.ts";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  load(context, async () => {
    const actor = await requireActor(request, context);
    const filters = ReportFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
    const list = await listReportsPage(context, actor, filters);
    const { tab, category, courier, q, sort } = filters;
    return {
      ...list,
      viewer: presentViewer(actor),
      tab,
      filters: { category: category ?? null, courier: courier ?? null, q, sort },
    };
  });

export const clientLoader = keepLastLoaded(({ search }) => search);

/** Opening another report beside the same list leaves the list as it is. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const moved = currentUrl.pathname !== nextUrl.pathname && currentUrl.search === nextUrl.search;
  return moved && formMethod === undefined ? false : defaultShouldRevalidate;
}

export default function ReportListRoute() {
  const list = useLoaderData<typeof loader>();
  const { code } = useParams();
  return (
    <ReportListPage {...list} activeCode={code ?? null}>
      <Outlet />
    </ReportListPage>
  );
}
