import { useTranslation } from "react-i18next";
import { type SocketState, useSocket } from "../../hooks/use-socket.ts";

const LOOK: Record<SocketState, string> = {
  live: "rounded-full bg-success",
  connecting: "rounded-full border-2 border-warning",
  offline: "bg-error",
};

export function LiveChip({ state }: { state: SocketState }) {
  const { t } = useTranslation();
  return (
    <span
      role="status"
      title={t(`live.help.${state}`)}
      className="js-only inline-flex items-center gap-1.5 whitespace-nowrap px-1 text-xs text-muted"
    >
      <span aria-hidden="true" className={`size-2 ${LOOK[state]}`} />
      {t(`live.${state}`)}
    </span>
  );
}

/** Only for signed-in pages: asking for the socket opens it. */
export function LiveStatus() {
  return <LiveChip state={useSocket().state} />;
}
