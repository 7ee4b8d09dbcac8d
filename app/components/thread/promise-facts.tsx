import Phone from "lucide-react/icons/phone";
import { useTranslation } from "react-i18next";
import type { PromiseView } from "../../contracts/card-views.ts";
import type { TimeZone } from "../../contracts/services.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { Countdown } from "../ui/countdown.tsx";

type PromiseFactsProps = { promise: PromiseView; zone: TimeZone; isRunning: boolean };

export function PromiseFacts({ promise, zone, isRunning }: PromiseFactsProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { courierName, courierPhone, courierPlate } = promise;
  return (
    <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-dense">
      <dt className="text-muted">{t("thread.promise.window")}</dt>
      <dd className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold" suppressHydrationWarning>
          {time.range(promise.windowStart, promise.windowEnd, zone)}
        </span>
        {isRunning && <Countdown at={promise.windowEnd} zone={zone} label={t("due.promise")} />}
      </dd>
      {courierName && (
        <>
          <dt className="text-muted">{t("thread.promise.courier")}</dt>
          <dd>{courierName}</dd>
        </>
      )}
      {courierPhone && (
        <>
          <dt className="text-muted">{t("thread.promise.phone")}</dt>
          <dd>
            <a
              href={`tel:${courierPhone.replace(/[^+\d]/g, "")}`}
              className="link inline-flex items-center gap-1 tabular-nums"
            >
              <Phone aria-hidden="true" className="size-3.5" />
              {courierPhone}
            </a>
          </dd>
        </>
      )}
      {courierPlate && (
        <>
          <dt className="text-muted">{t("thread.promise.plate")}</dt>
          <dd className="font-mono">{courierPlate}</dd>
        </>
      )}
    </dl>
  );
}
