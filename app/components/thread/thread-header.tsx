import { Link, useLocation } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useTranslation } from "react-i18next";
import type { Category } from "../../contracts/categories.ts";
import type { ReportView, Viewer } from "../../contracts/views.ts";
import { CategoryBadge } from "../report/category-badge.tsx";
import { DueCountdown } from "../report/due-countdown.tsx";
import { ResiCopy } from "../report/resi-copy.tsx";
import { WaitingBadge } from "../report/waiting-badge.tsx";
import { Alert } from "../ui/problem-note.tsx";
import { Moment } from "../ui/time.tsx";
import { DisputeOffer } from "./dispute-offer.tsx";
import { MarkUnread } from "./mark-unread.tsx";
import { ReportActions } from "./report-actions.tsx";

type ThreadHeaderProps = { report: ReportView; viewer: Viewer };

export function ThreadHeader({ report, viewer }: ThreadHeaderProps) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { parcel, status, due, resolution } = report;
  const { zone } = parcel.origin;
  return (
    <header className="space-y-1.5 border-b border-base-300 bg-base-100 px-3 py-2 sm:px-4">
      <div className="relative flex items-center gap-2">
        <Link
          to={`/pickup-problem${search}`}
          className="btn btn-ghost btn-sm btn-square -ms-2 pointer-coarse:size-11 lg:hidden"
          aria-label={t("thread.back")}
          title={t("thread.back")}
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
        </Link>
        <div className="min-w-0 flex-1">
          <h1 id="report-title" className="flex flex-wrap items-center gap-x-2 font-semibold">
            <span className="whitespace-nowrap">{report.code}</span>
            <ResiCopy resi={parcel.resi} className="font-normal" isWhole />
          </h1>
          <p className="truncate text-dense text-muted">
            {parcel.courier.name} · {parcel.origin.city}
            {viewer.kind !== "seller" && ` · ${report.sellerName}`}
          </p>
        </div>
        <ReportActions code={report.code} powers={report.powers} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <ReckonedCategory category={report.categoryReckoned} />
        <DueCountdown due={due} zone={zone} status={status} resolution={resolution} />
      </div>
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1 text-dense">
        {report.waitingOn !== "nobody" && (
          <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
            <WaitingBadge waitingOn={report.waitingOn} viewer={viewer.kind} />
            <Moment at={report.waitingSince} zone={zone} mode="relative" className="text-muted" />
          </span>
        )}
        {report.categoryFiled !== report.categoryReckoned && (
          <span className="text-muted">
            {t("thread.filedAs", { category: t(`category.${report.categoryFiled}.short`) })}
          </span>
        )}
        <MarkUnread code={report.code} />
      </div>
      {report.powers.dispute.length > 0 && (
        <DisputeOffer
          code={report.code}
          userId={viewer.userId}
          failures={report.powers.dispute}
          zone={zone}
        />
      )}
      {!report.courierServed && (
        <Alert tone="info">
          <p>{t("thread.unserved")}</p>
        </Alert>
      )}
      {status !== "open" && resolution && (
        <p className="text-dense text-muted">
          {t(`resolution.${resolution}`)}
          {report.resolvedAt && (
            <>
              {" · "}
              <Moment at={report.resolvedAt} zone={zone} mode="day" />
            </>
          )}
        </p>
      )}
    </header>
  );
}

/** The full name where there is room for it. */
function ReckonedCategory({ category }: { category: Category }) {
  return (
    <>
      <span className="@md:hidden">
        <CategoryBadge category={category} />
      </span>
      <span className="hidden @md:inline">
        <CategoryBadge category={category} name="label" />
      </span>
    </>
  );
}
