import { useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FilingOffer } from "../../contracts/filing-views.ts";
import { REPORT_TABS, type ReportTab } from "../../contracts/reports.ts";
import type {
  CourierView,
  Page,
  ReportRow as Row,
  TabCounts,
  Viewer,
} from "../../contracts/views.ts";
import { noteHeard } from "../../hooks/last-heard.ts";
import { useListPresent } from "../../hooks/use-list-present.ts";
import { useLiveList } from "../../hooks/use-live-list.ts";
import { ShareWay } from "../proof/share-way.tsx";
import { FilingOffers } from "./filing-offers.tsx";
import { FreshPill } from "./fresh-pill.tsx";
import { ListFoot } from "./list-foot.tsx";
import { sameListSearch } from "./list-search.ts";
import { ReportFilters, type ReportFilterValues } from "./report-filters.tsx";
import { NewReportLink, ReportListEmpty } from "./report-list-empty.tsx";
import { ReportRow } from "./report-row.tsx";
import { TabBar } from "./tab-bar.tsx";

export type ReportListPageProps = {
  viewer: Viewer;
  tab: ReportTab;
  filters: ReportFilterValues;
  page: Page<Row>;
  counts: TabCounts<ReportTab>;
  couriers: CourierView[];
  offers: FilingOffer[];
  /** The open report: beside the list on a desk, in its place on a phone. */
  activeCode: string | null;
  children?: ReactNode;
};

const TITLE = { seller: "reports", courier: "queue", support: "allReports" } as const;

export function ReportListPage({ activeCode, children, ...list }: ReportListPageProps) {
  return (
    <div className="board" data-open={activeCode ? "" : undefined}>
      <ReportList activeCode={activeCode} {...list} />
      {activeCode && <div className="board-detail">{children}</div>}
    </div>
  );
}

function ReportList(props: Omit<ReportListPageProps, "children">) {
  const { viewer, tab, filters, page, counts, couriers, offers, activeCode } = props;
  const { t } = useTranslation();
  const { kind } = viewer;
  const tabName = (each: ReportTab) =>
    each === "waiting" ? t(`tab.waiting.${kind}`) : t(`tab.${each}`);

  return (
    <section aria-labelledby="list-title" className="board-list">
      <div className="list-head">
        <div className="list-title">
          <Title text={t(`page.${TITLE[kind]}`)} isAside={activeCode !== null} />
          {kind === "seller" && <NewReportLink />}
        </div>
        <ReportFilters tab={tab} filters={filters} couriers={kind === "courier" ? [] : couriers} />
        <TabBar
          label={t("tab.label")}
          tabs={REPORT_TABS}
          current={tab}
          counts={counts}
          nameOf={tabName}
        />
      </div>
      <FilingOffers offers={offers} />
      <Rows {...{ viewer, tab, filters, page, activeCode }} />
      {kind === "seller" && page.rows.length > 0 && <ShareWay className="px-3 py-3 sm:px-4" />}
      <ListFoot next={page.next} />
    </section>
  );
}

/** Beside an open report the report has the page's only h1. */
export function Title({ text, isAside }: { text: string; isAside: boolean }) {
  const Heading = isAside ? "h2" : "h1";
  return (
    <Heading id="list-title" className="text-lg font-semibold tracking-tight">
      {text}
    </Heading>
  );
}

const idOf = (row: Row) => row.id;

type RowsProps = Pick<ReportListPageProps, "viewer" | "tab" | "filters" | "page" | "activeCode">;

function Rows({ viewer, tab, filters, page, activeCode }: RowsProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { shown, fresh, showFresh } = useLiveList({
    rows: page.rows,
    idOf,
    cut: page.next !== null,
    pageKey: sameListSearch(params),
  });
  const presentIn = useListPresent(page.rows, viewer.userId);
  const list = useRef<HTMLUListElement>(null);
  const search = sameListSearch(params);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer is news of the server.
  useEffect(noteHeard, [page]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another open report is another place
  useEffect(() => {
    list.current?.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
  }, [activeCode]);

  return (
    <div className="list-body" data-viewer={viewer.kind}>
      <FreshPill count={fresh} onShow={showFresh} />
      {shown.length === 0 ? (
        <ReportListEmpty viewer={viewer.kind} tab={tab} filters={filters} />
      ) : (
        <>
          <ColumnNames viewer={viewer} />
          <ul ref={list} aria-label={t("list.caption")}>
            {shown.map(({ row, gone }) => (
              <ReportRow
                key={row.id}
                row={row}
                viewer={viewer.kind}
                search={search}
                current={row.code === activeCode}
                gone={gone}
                present={presentIn(row)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** For the eye only: each cell says by its words what it is. */
function ColumnNames({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  return (
    <div aria-hidden="true" className="report-row column-names">
      <span className="ps-4">{t("field.resi")}</span>
      <span className="cell-parties">
        {viewer.kind !== "seller" && <span>{t("field.seller")}</span>}
        {viewer.kind !== "courier" && <span>{t("field.courier")}</span>}
      </span>
      <span>{t("field.category")}</span>
      <span>{t("field.waiting")}</span>
      <span>{t("field.lastLine")}</span>
      <span>{t("field.due")}</span>
      <span>{t("field.filed")}</span>
    </div>
  );
}
