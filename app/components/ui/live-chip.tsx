import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { TIME_ZONES, type TimeZone } from "../../contracts/services.ts";
import { noteHeard, useLastHeard } from "../../hooks/last-heard.ts";
import { type SocketState, useSocket } from "../../hooks/use-socket.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

const LOOK: Record<SocketState, string> = {
  live: "rounded-full bg-success",
  connecting: "rounded-full border-2 border-warning",
  offline: "bg-error",
};

/** As the device shows it; a seller abroad reads WIB. */
function ownZone(): TimeZone {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return TIME_ZONES.find((zone) => zone === timeZone) ?? "Asia/Jakarta";
}

/** As wide as its longest word, so that nothing beside it moves. */
function LiveChip({ state, heardAt }: { state: SocketState; heardAt: number | null }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const last =
    heardAt === null
      ? ""
      : t("live.last", { time: time.clock(new Date(heardAt).toISOString(), ownZone()) });
  return (
    <span
      role="status"
      title={[t(`live.help.${state}`), last].join(" ").trim()}
      className="js-only grid min-w-24 px-1 text-xs leading-tight whitespace-nowrap text-muted"
    >
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className={`size-2 shrink-0 ${LOOK[state]}`} />
        <span>{t(`live.${state}`)}</span>
      </span>
      {state !== "live" && last && <span className="ps-3.5 text-[0.625rem]">{last}</span>}
    </span>
  );
}

/** Only for signed-in pages: asking for the socket opens it. */
export function LiveStatus() {
  const { state } = useSocket();
  // Both ends of being live are moments at which the page was up to date.
  useEffect(() => {
    if (state !== "live") return;
    noteHeard();
    return noteHeard;
  }, [state]);
  return <LiveChip state={state} heardAt={useLastHeard()} />;
}
