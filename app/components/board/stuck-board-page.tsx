import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { STUCK_TABS, type StuckTab } from "../../contracts/reports.ts";
import type { StuckRow as Row } from "../../contracts/stuck-views.ts";
import type { CourierView, Page, TabCounts } from "../../contracts/views.ts";
import { useLiveList } from "../../hooks/use-live-list.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterForm } from "./filter-form.tsx";
import { FreshPill } from "./fresh-pill.tsx";
import { ListFoot } from "./list-foot.tsx";
import { sameListSearch } from "./list-search.ts";
import { CourierSelect } from "./report-filters.tsx";
import { ResetLink } from "./report-list-empty.tsx";
import { StuckRow } from "./stuck-row.tsx";
import { TabBar } from "./tab-bar.tsx";

export type StuckFilterValues = { courier: string | null; q: string };

export type StuckBoardPageProps = {
  tab: StuckTab;
  filters: StuckFilterValues;
  page: Page<Row>;
  counts: TabCounts<StuckTab>;
  couriers: CourierView[];
};

/** What CS sees before anybody complains: nearest deadline first. */
export function StuckBoardPage({ tab, filters, page, counts, couriers }: StuckBoardPageProps) {
  const { t } = useTranslation();
  return (
    <div className="board">
      <section aria-labelledby="list-title" className="board-list">
        <div className="list-head">
          <div className="list-title">
            <h1 id="list-title" className="text-lg font-semibold tracking-tight">
              {t("page.stuck")}
            </h1>
            <p className="text-dense text-muted">{t("stuck.lead")}</p>
          </div>
          <FilterForm tab={tab} q={filters.q} active={filters.courier ? 1 : 0}>
            <CourierSelect couriers={couriers} value={filters.courier} />
          </FilterForm>
          <TabBar
            label={t("stuckTab.label")}
            tabs={STUCK_TABS}
            current={tab}
            counts={counts}
            nameOf={(each) => t(`stuckTab.${each}`)}
          />
        </div>
        <Rows tab={tab} filters={filters} page={page} />
        <ListFoot next={page.next} />
      </section>
    </div>
  );
}

const idOf = (row: Row) => row.parcelId;

function Rows({ tab, filters, page }: Pick<StuckBoardPageProps, "tab" | "filters" | "page">) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { shown, fresh, showFresh } = useLiveList({
    rows: page.rows,
    idOf,
    cut: page.next !== null,
    pageKey: sameListSearch(params),
  });
  return (
    <div className="list-body">
      <FreshPill count={fresh} onShow={showFresh} />
      {shown.length === 0 ? (
        <Empty tab={tab} filters={filters} />
      ) : (
        <>
          <ColumnNames />
          <ul aria-label={t("stuck.caption")}>
            {shown.map(({ row, gone }) => (
              <StuckRow key={row.parcelId} row={row} gone={gone} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ColumnNames() {
  const { t } = useTranslation();
  return (
    <div aria-hidden="true" className="stuck-row column-names">
      <span>{t("due.pickup")}</span>
      <span>{t("field.resi")}</span>
      <span>{t("field.reason")}</span>
      <span className="stuck-parties">
        <span>{t("field.seller")}</span>
        <span>{t("field.courier")}</span>
      </span>
      <span className="stuck-where">
        <span>{t("field.origin")}</span>
        <span>{t("field.stage")}</span>
      </span>
      <span>{t("field.report")}</span>
    </div>
  );
}

function Empty({ tab, filters }: Pick<StuckBoardPageProps, "tab" | "filters">) {
  const { t } = useTranslation();
  if (filters.q || filters.courier) {
    return (
      <EmptyState title={t("stuck.noMatch.title")} hint={t("stuck.noMatch.hint")}>
        <ResetLink />
      </EmptyState>
    );
  }
  return <EmptyState title={t(`empty.stuck.${tab}.title`)} hint={t(`empty.stuck.${tab}.hint`)} />;
}
