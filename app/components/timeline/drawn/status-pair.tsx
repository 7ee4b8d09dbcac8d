import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../../contracts/services.ts";
import type { StatusSaid, TimelineView } from "../../../contracts/timeline-views.ts";
import { useTimeWords } from "../../../hooks/use-time-words.ts";
import { Alert } from "../../ui/problem-note.tsx";
import { Moment } from "../../ui/time.tsx";

/** What platform and courier said last, side by side: a difference is itself evidence. */
export function StatusPair({ timeline }: { timeline: TimelineView }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { statuses, checkedAt, zone } = timeline;
  return (
    <div className="space-y-2 text-dense">
      <dl className="grid grid-cols-2 gap-2">
        {(["platform", "courier"] as const).map((who) => (
          <div key={who} className="min-w-0 rounded-field border border-base-300 px-2 py-1.5">
            <dt className="text-xs text-muted [overflow-wrap:anywhere]">
              {t(`drawn.status.${who}`)}
            </dt>
            <dd>
              <Said status={statuses[who]} zone={zone} />
            </dd>
          </div>
        ))}
      </dl>
      {statuses.differ && (
        <Alert tone="warning">
          <p>{t("drawn.status.differ")}</p>
        </Alert>
      )}
      <p className="text-muted">
        {checkedAt
          ? t("drawn.status.checked", { at: time.day(checkedAt, zone) })
          : t("drawn.status.unchecked")}
      </p>
    </div>
  );
}

function Said({ status, zone }: { status: StatusSaid | null; zone: TimeZone }) {
  const { t } = useTranslation();
  if (!status) return <p className="text-muted">{t("drawn.status.silent")}</p>;
  return (
    <>
      <p className="font-semibold">{t(`stage.${status.stage}`)}</p>
      {status.text && <p className="[overflow-wrap:anywhere]">“{status.text}”</p>}
      <Moment at={status.at} zone={zone} mode="day" className="text-muted" />
    </>
  );
}
