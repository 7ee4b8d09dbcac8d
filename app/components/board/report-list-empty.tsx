import { Link, useLocation, useSearchParams } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import type { Side } from "../../contracts/parties.ts";
import type { ReportTab } from "../../contracts/reports.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { listSearch } from "./list-search.ts";
import type { ReportFilterValues } from "./report-filters.tsx";

type ReportListEmptyProps = { viewer: Side; tab: ReportTab; filters: ReportFilterValues };

/** Says why nothing is here and what to do next. */
export function ReportListEmpty({ viewer, tab, filters }: ReportListEmptyProps) {
  const { t } = useTranslation();
  const { q } = filters;
  if (q) {
    return (
      <EmptyState title={t("empty.search.title", { q })} hint={t("empty.search.hint")}>
        {viewer === "seller" && <FileSearchedLink q={q} />}
        <ResetLink />
      </EmptyState>
    );
  }
  if (filters.category || filters.courier) {
    return (
      <EmptyState title={t("empty.filtered.title")} hint={t("empty.filtered.hint")}>
        <ResetLink />
      </EmptyState>
    );
  }
  const invites = viewer === "seller" && tab === "all";
  return (
    <EmptyState
      title={t(`empty.report.${tab}.title`)}
      hint={invites ? t("empty.seller") : t(`empty.report.${tab}.hint`)}
    >
      {invites && <NewReportLink />}
    </EmptyState>
  );
}

/** What has no report yet can get one right away. */
function FileSearchedLink({ q }: { q: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to={`/pickup-problem/new?${new URLSearchParams({ resi: q })}`}
      className="btn btn-primary filter-control"
    >
      {t("empty.search.file")}
    </Link>
  );
}

/** In a search or a filter nothing was found: the same tab without them. */
export function ResetLink() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const search = listSearch(params, { q: null, category: null, courier: null });
  return (
    <Link to={{ pathname, search }} className="btn btn-sm filter-control">
      {t("action.reset")}
    </Link>
  );
}

export function NewReportLink() {
  const { t } = useTranslation();
  return (
    <Link to="/pickup-problem/new" className="btn btn-primary filter-control px-3">
      <Plus aria-hidden="true" className="size-4" />
      <span className="@[30rem]/list:hidden">{t("list.file")}</span>
      <span className="hidden @[30rem]/list:inline">{t("page.newReport")}</span>
    </Link>
  );
}
