import ClipboardList from "lucide-react/icons/clipboard-list";
import { useTranslation } from "react-i18next";
import type { InstructionView } from "../../contracts/card-views.ts";
import type { Side } from "../../contracts/parties.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView } from "../../contracts/views.ts";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Moment } from "../ui/time.tsx";
import { InstructionActions } from "./instruction-actions.tsx";
import { InstructionStateMark } from "./instruction-state-mark.tsx";
import { MessageBody } from "./message-entry.tsx";
import { PromiseFacts } from "./promise-facts.tsx";
import { PromiseOutcome } from "./promise-outcome.tsx";
import { PromiseQuestion } from "./promise-question.tsx";
import { SideMark } from "./side-mark.tsx";

type InstructionEntryProps = {
  entry: EntryView;
  instruction: InstructionView;
  isOwn: boolean;
  zone: TimeZone;
  viewer: Side;
  code: string;
  isOpenReport: boolean;
};

const isRunning = ({ state, promise }: InstructionView) =>
  (state === "open" || state === "acknowledged") && !promise?.askedAt;

export function InstructionEntry(props: InstructionEntryProps) {
  const { t } = useTranslation();
  const { entry, instruction, isOwn, zone, viewer, code, isOpenReport } = props;
  const { promise, state, stateAt } = instruction;
  const place = isOwn ? "ms-8 sm:ms-16" : "me-8 sm:me-16";
  const words = instruction.detail || entry.body;
  return (
    <article
      id={`instruction-${instruction.id}`}
      className={`scroll-mt-4 rounded-box border border-edge bg-base-100 ${place}`}
    >
      <header className="flex flex-wrap items-center gap-x-2 rounded-t-box border-b border-base-300 bg-base-200 px-3 py-1.5 text-dense text-muted">
        <span className="inline-flex items-center gap-1.5 font-semibold text-base-content">
          <ClipboardList aria-hidden="true" className="size-3.5 shrink-0" />
          {t("thread.card.title", { side: t(`side.${instruction.to}`) })}
        </span>
        <span>{isOwn ? t("thread.own") : entry.author.name}</span>
        <SideMark side={entry.author.side} />
        <Moment at={entry.at} zone={zone} mode="clock" className="ms-auto" />
      </header>
      <div className="px-3 py-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 className="font-semibold">{t(`instruction.${instruction.code}`)}</h2>
          <span className="inline-flex flex-wrap items-center gap-x-2 text-dense">
            <InstructionStateMark instruction={instruction} />
            {state !== "open" && (
              <Moment at={stateAt} zone={zone} mode="day" className="text-muted" />
            )}
          </span>
        </div>
        {words && <MessageBody text={words} />}
        {promise && (
          <PromiseFacts promise={promise} zone={zone} isRunning={isRunning(instruction)} />
        )}
        {promise && <PromiseOutcome promise={promise} zone={zone} />}
        {!promise && isRunning(instruction) && <WhoMustAct instruction={instruction} zone={zone} />}
        <PhotoThumbs photos={entry.photos} by={entry.author.name} />
        {isOpenReport && (
          <>
            <InstructionActions code={code} instruction={instruction} viewer={viewer} />
            <PromiseQuestion code={code} instruction={instruction} viewer={viewer} />
          </>
        )}
      </div>
    </article>
  );
}

function WhoMustAct({ instruction, zone }: Pick<InstructionEntryProps, "instruction" | "zone">) {
  const { t } = useTranslation();
  const { to, dueAt } = instruction;
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-dense">
      <span className="text-muted">{t("thread.card.toDo", { side: t(`side.${to}`) })}</span>
      {dueAt && (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <span className="whitespace-nowrap">
            <span className="text-muted">{t("thread.card.dueBy")}</span>{" "}
            <Moment at={dueAt} zone={zone} mode="day" />
          </span>
          <Countdown at={dueAt} zone={zone} label={t("thread.card.dueBy")} />
        </span>
      )}
    </p>
  );
}
