import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { StuckRow as Row } from "../../contracts/stuck-views.ts";
import { CategoryBadge } from "../report/category-badge.tsx";
import { ResiCopy } from "../report/resi-copy.tsx";
import { StageLabel } from "../report/stage-label.tsx";
import { WaitingBadge } from "../report/waiting-badge.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { StuckReasonText } from "./stuck-reason-text.tsx";

export function StuckRow({ row, gone }: { row: Row; gone: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="stuck-row" data-gone={gone || undefined}>
      <div className="stuck-due">
        {row.deadlineAt ? (
          <Countdown at={row.deadlineAt} zone={row.zone} label={t("due.pickup")} />
        ) : (
          <span className="text-muted">{t("due.none")}</span>
        )}
      </div>
      <div className="stuck-resi">
        <ResiCopy resi={row.resi} />
      </div>
      <div className="stuck-reason">
        <StuckReasonText reason={row.reason} />
      </div>
      <div className="stuck-parties">
        <span className="truncate">{row.sellerName}</span>
        <span className="truncate">{row.courier.name}</span>
      </div>
      <div className="stuck-where">
        <span className="truncate">{row.originCity}</span>
        <StageLabel stage={row.stage} className="truncate" />
      </div>
      <div className="stuck-report">
        {gone && <span className="tag text-muted">{t("list.gone")}</span>}
        <ReportCell report={row.report} />
      </div>
    </li>
  );
}

function ReportCell({ report }: { report: Row["report"] }) {
  const { t } = useTranslation();
  if (!report) return <span className="text-muted">{t("stuck.noReport")}</span>;
  const { code, unread } = report;
  return (
    <>
      <Link
        to={`/pickup-problem/${code}`}
        aria-label={t("stuck.openReport", { code })}
        className="row-link link font-mono"
      >
        {code}
      </Link>
      {unread > 0 && (
        <span className="tag bg-tint-primary font-semibold text-primary">
          {t("list.unread", { count: unread })}
        </span>
      )}
      <CategoryBadge category={report.category} />
      <WaitingBadge waitingOn={report.waitingOn} viewer="support" />
    </>
  );
}
