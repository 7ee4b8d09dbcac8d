import { Link } from "@remix-run/react";
import Eye from "lucide-react/icons/eye";
import { useTranslation } from "react-i18next";
import type { Side } from "../../contracts/parties.ts";
import type { PersonView } from "../../contracts/thread-views.ts";
import type { ReportRow as Row } from "../../contracts/views.ts";
import { CategoryBadge } from "../report/category-badge.tsx";
import { DueCountdown } from "../report/due-countdown.tsx";
import { LastLineText } from "../report/last-line-text.tsx";
import { ResiCopy } from "../report/resi-copy.tsx";
import { WaitingBadge } from "../report/waiting-badge.tsx";
import { Moment } from "../ui/time.tsx";

type ReportRowProps = {
  row: Row;
  viewer: Side;
  search: string;
  current: boolean;
  gone: boolean;
  /** Others who look at it now. */
  present: PersonView[];
};

export function ReportRow({ row, viewer, search, current, gone, present }: ReportRowProps) {
  const { t } = useTranslation();
  return (
    <li
      className="report-row"
      data-unread={row.unread > 0 || undefined}
      data-current={current || undefined}
      data-gone={gone || undefined}
    >
      <div className="cell-resi">
        <UnreadDot count={row.unread} />
        <ResiCopy resi={row.resi}>
          <Link
            to={`/pickup-problem/${row.code}${search}`}
            aria-current={current ? "true" : undefined}
            className="row-link"
          >
            {row.resi}
          </Link>
        </ResiCopy>
        <UnreadCount count={row.unread} />
        <PresentMark present={present} />
      </div>
      <div className="cell-parties">
        {viewer !== "seller" && <span className="truncate">{row.sellerName}</span>}
        {viewer !== "courier" && <span className="truncate">{row.courier.name}</span>}
      </div>
      <div className="cell-category">
        <CategoryBadge category={row.category} />
      </div>
      <div className="cell-waiting">
        {gone ? (
          <span className="tag -ms-1.5 text-muted">{t("list.gone")}</span>
        ) : (
          row.waitingOn !== "nobody" && <WaitingBadge waitingOn={row.waitingOn} viewer={viewer} />
        )}
      </div>
      <div className="cell-last">
        <LastLineText line={row.lastLine} viewer={viewer} />
      </div>
      <div className="cell-due">
        <DueCountdown
          due={row.due}
          zone={row.zone}
          status={row.status}
          resolution={row.resolution}
        />
      </div>
      <div className="cell-filed">
        <Moment at={row.filedAt} zone={row.zone} mode="relative" />
      </div>
    </li>
  );
}

/** Counted by the server up to 99; said aloud by the dot. */
function UnreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span aria-hidden="true" className="unread-count">
      {count < 99 ? count : "99+"}
    </span>
  );
}

function PresentMark({ present }: { present: PersonView[] }) {
  const { t } = useTranslation();
  if (present.length === 0) return null;
  const text = t("list.viewing", { names: present.map(({ name }) => name).join(", ") });
  return (
    <span className="present-mark" title={text}>
      <Eye aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{text}</span>
    </span>
  );
}

function UnreadDot({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return <span className="unread-dot invisible" />;
  const text = t("list.unreadRow", { count });
  return (
    <span className="unread-dot bg-primary" title={text}>
      <span className="sr-only">{text}</span>
    </span>
  );
}
