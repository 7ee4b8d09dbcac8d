import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { SystemEvent } from "../../contracts/system-events.ts";
import { type TimeWords, useTimeWords } from "../../hooks/use-time-words.ts";
import type { Translate } from "../../i18n.ts";
import { useLongDuration } from "../timeline/use-long-duration.ts";

type SystemEventTextProps = { event: SystemEvent; zone: TimeZone };

/** One sentence for what the system wrote, with the reason where a person gave one. */
export function SystemEventText({ event, zone }: SystemEventTextProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const duration = useLongDuration();
  const reason = "reason" in event ? event.reason.trim() : "";
  return (
    <>
      {wordEvent(event, zone, t, time, duration)}
      {reason && ` ${t("systemEvent.reason", { reason })}`}
      <WhereTo event={event} />
    </>
  );
}

/** What the sentence speaks of, one tap away. */
function WhereTo({ event }: { event: SystemEvent }) {
  const { t } = useTranslation();
  if (event.type === "proof_repeated")
    return <Way to={`/pickup-problem/${event.code}`} text={event.resi} />;
  if (event.type === "proof_shared")
    return <Way to={`/proofs/${event.proofId}`} text={t("proof.see")} />;
  return null;
}

const Way = ({ to, text }: { to: string; text: string }) => (
  <>
    {" "}
    <Link to={to} className="link font-medium">
      {text}
    </Link>
  </>
);

function wordEvent(
  event: SystemEvent,
  zone: TimeZone,
  t: Translate,
  time: TimeWords,
  duration: (minutes: number) => string,
): string {
  switch (event.type) {
    case "filed": {
      const category = t(`category.${event.category}.label`);
      return t(event.served ? "systemEvent.filed" : "systemEvent.filed_unserved", { category });
    }
    case "instruction_state":
      return t(`systemEvent.instruction_state.${event.state}`, {
        instruction: t(`instruction.${event.code}`),
      });
    case "promise_ended":
      return t("systemEvent.promise_ended", {
        instruction: t(`instruction.${event.code}`),
        end: time.absolute(event.windowEnd, zone),
      });
    case "promise_said":
      return wordSaid(event, t);
    case "promise_settled":
      return t(`systemEvent.promise_settled.${event.outcome}`, {
        instruction: t(`instruction.${event.code}`),
        at: time.absolute(event.scannedAt, zone),
      });
    case "proof_shared":
      return t("systemEvent.proof_shared", { count: event.count });
    case "proof_rejected":
      return t("systemEvent.proof_rejected", { cause: t(`proofReason.${event.cause}`) });
    case "proof_repeated":
      return t(`systemEvent.proof_repeated.${event.same ? "same" : "alike"}`);
    case "dispute_answered":
      return t(`systemEvent.dispute_answered.${event.said}`);
    case "dispute_decided":
      return t(`systemEvent.dispute_decided.${event.verdict}`);
    case "promoted":
      return t("systemEvent.promoted", {
        deadline: time.absolute(event.deadlineAt, zone),
        from: t(`category.${event.from}.label`),
        to: t(`category.${event.to}.label`),
      });
    case "recategorised":
      return t("systemEvent.recategorised", {
        from: t(`category.${event.from}.label`),
        to: t(`category.${event.to}.label`),
      });
    case "resolved":
      return t(`systemEvent.resolved.${event.minutes === null ? event.by : "scanAfter"}`, {
        duration: duration(event.minutes ?? 0),
        stage: t(`stage.${event.stage ?? "unknown"}`),
        scannedAt: event.scannedAt ? time.absolute(event.scannedAt, zone) : "–",
      });
    default:
      return t(`systemEvent.${event.type}`);
  }
}

function wordSaid(
  { said, by, code, outcome }: Extract<SystemEvent, { type: "promise_said" }>,
  t: Translate,
): string {
  const instruction = t(`instruction.${code}`);
  const words = t(`systemEvent.promise_said.${said}`, { side: t(`side.${by}`), instruction });
  return outcome === "contested" ? `${words} ${t("systemEvent.promise_said.contested")}` : words;
}
