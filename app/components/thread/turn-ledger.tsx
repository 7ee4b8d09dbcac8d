import { useTranslation } from "react-i18next";
import type { WaitingOn } from "../../contracts/parties.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { Instant, LedgerTurn, ReportView } from "../../contracts/views.ts";
import { useNow } from "../../hooks/use-now.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { Countdown } from "../ui/countdown.tsx";
import { Moment } from "../ui/time.tsx";
import { lastedMs, sumTurns } from "./ledger-sums.ts";

type TurnLedgerProps = { report: ReportView; serverNow: Instant };

/** Who held the ball, from when to when, how long, and how much of it within their own hours. */
export function TurnLedger({ report, serverNow }: TurnLedgerProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { turns } = report.ledger;
  const { zone } = report.parcel.origin;
  const isRunning = turns.some((turn) => turn.to === null);
  return (
    <div className="space-y-2 text-dense">
      <ReplyDue report={report} />
      <table className="w-full text-xs [&_td]:py-1 [&_td]:align-top [&_th]:py-1 [&_th]:pe-2 [&_th]:text-start [&_th]:align-top">
        <thead className="text-muted">
          <tr className="[&_th]:font-normal">
            <th scope="col">{t("thread.ledger.holder")}</th>
            <th scope="col">{t("thread.ledger.when")}</th>
            <th scope="col" className="text-end!">
              {t("thread.ledger.total")}
            </th>
            <th scope="col" className="pe-0! text-end!">
              {t("thread.ledger.worked")}
            </th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <TurnRow key={turn.from} turn={turn} zone={zone} />
          ))}
        </tbody>
        <Sums turns={turns} />
      </table>
      {isRunning && (
        <p className="text-xs text-muted" suppressHydrationWarning>
          {t("thread.ledger.asOf", { at: time.day(serverNow, zone) })}
        </p>
      )}
    </div>
  );
}

function useHolderWords() {
  const { t } = useTranslation();
  return (holder: WaitingOn) =>
    holder === "nobody" ? t("thread.ledger.nobody") : t(`side.${holder}`);
}

function TurnRow({ turn, zone }: { turn: LedgerTurn; zone: TimeZone }) {
  const { t } = useTranslation();
  const now = useNow();
  const holder = useHolderWords();
  return (
    <tr className="border-t border-base-300">
      <th scope="row" className="font-medium">
        {holder(turn.holder)}
      </th>
      <td>
        <Moment at={turn.from} zone={zone} mode="day" /> –{" "}
        {turn.to ? (
          <Moment at={turn.to} zone={zone} mode="day" />
        ) : (
          <b className="font-semibold">{t("thread.ledger.still")}</b>
        )}
      </td>
      <Lengths ms={lastedMs(turn, now)} workedMs={turn.workedSeconds * 1000} />
    </tr>
  );
}

function Lengths({ ms, workedMs }: { ms: number; workedMs: number }) {
  const time = useTimeWords();
  return [ms, workedMs].map((length, at) => (
    <td
      // biome-ignore lint/suspicious/noArrayIndexKey: two columns that never move.
      key={at}
      className="ps-2 text-end whitespace-nowrap tabular-nums"
      suppressHydrationWarning
    >
      {time.duration(length)}
    </td>
  ));
}

function Sums({ turns }: { turns: LedgerTurn[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const holder = useHolderWords();
  return (
    <tfoot className="border-t-2 border-edge">
      {sumTurns(turns, now).map((sum) => (
        <tr key={sum.holder}>
          <th scope="row" colSpan={2} className="font-semibold">
            {t("thread.ledger.sum", { side: holder(sum.holder) })}
          </th>
          <Lengths ms={sum.ms} workedMs={sum.workedMs} />
        </tr>
      ))}
    </tfoot>
  );
}

/** Counts down to the instant that the server sent, and says so when it has passed. */
function ReplyDue({ report }: { report: ReportView }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const holder = useHolderWords();
  const { replyDueAt } = report.ledger;
  const { zone } = report.parcel.origin;
  if (!replyDueAt || report.status !== "open") return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2" suppressHydrationWarning>
      {t("thread.ledger.replyDue", {
        side: holder(report.waitingOn),
        at: time.day(replyDueAt, zone),
      })}
      <Countdown at={replyDueAt} zone={zone} />
    </p>
  );
}
