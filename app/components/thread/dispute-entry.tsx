import Scale from "lucide-react/icons/scale";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../contracts/card-views.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, Instant, ReportPowers } from "../../contracts/views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Moment } from "../ui/time.tsx";
import { DisputeActions } from "./dispute-actions.tsx";
import { DisputeStateMark } from "./dispute-state-mark.tsx";
import { MessageBody } from "./message-entry.tsx";
import { SideMark } from "./side-mark.tsx";
import { useFailureName } from "./use-failure-name.ts";

type DisputeEntryProps = {
  entry: EntryView;
  dispute: DisputeView;
  isOwn: boolean;
  zone: TimeZone;
  code: string;
  powers: ReportPowers;
};

/** A contested failure from claim to decision, on one card. */
export function DisputeEntry({ entry, dispute, isOwn, zone, code, powers }: DisputeEntryProps) {
  const { t } = useTranslation();
  const nameOf = useFailureName();
  const { subject } = dispute;
  return (
    <article
      id={`dispute-${dispute.id}`}
      className="scroll-mt-4 rounded-box border border-edge bg-base-100"
    >
      <header className="flex flex-wrap items-center gap-x-2 rounded-t-box border-b border-base-300 bg-base-200 px-3 py-1.5 text-dense text-muted">
        <span className="inline-flex items-center gap-1.5 font-semibold text-base-content">
          <Scale aria-hidden="true" className="size-3.5 shrink-0" />
          {t("thread.dispute.title")}
        </span>
        <span>{isOwn ? t("thread.own") : entry.author.name}</span>
        <SideMark side={entry.author.side} />
        <Moment at={entry.at} zone={zone} mode="clock" className="ms-auto" />
      </header>
      <div className="space-y-3 px-3 py-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {nameOf(subject)}
            <span className="block text-dense font-normal text-muted">
              {t("thread.dispute.reasonSaid")}, <Moment at={subject.at} zone={zone} mode="day" />
            </span>
          </h2>
          <span className="text-dense">
            <DisputeStateMark dispute={dispute} />
          </span>
        </div>
        <Part title={t("thread.dispute.claimOf")}>
          <MessageBody text={entry.body} />
          <PhotoThumbs photos={entry.photos} by={entry.author.name} />
        </Part>
        {dispute.state !== "withdrawn" && <AnswerPart dispute={dispute} zone={zone} />}
        <DecisionPart dispute={dispute} zone={zone} />
        <DisputeActions code={code} dispute={dispute} powers={powers} />
      </div>
    </article>
  );
}

type PartProps = { title: string; by?: { name: string; at: Instant; zone: TimeZone } };

function Part({ title, by, children }: PartProps & { children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-s-2 border-base-300 ps-3">
      <h3 id={id} className="text-dense font-medium text-muted">
        {title}
        {by && (
          <span className="font-normal">
            {by.name && ` · ${by.name}`} · <Moment at={by.at} zone={by.zone} mode="day" />
          </span>
        )}
      </h3>
      {children}
    </section>
  );
}

type StepProps = { dispute: DisputeView; zone: TimeZone };

function AnswerPart({ dispute, zone }: StepProps) {
  const { t } = useTranslation();
  const { answer } = dispute;
  const title = t("thread.dispute.answerOf");
  if (!answer) return <Unanswered dispute={dispute} zone={zone} />;
  return (
    <Part title={title} by={{ name: answer.name, at: answer.at, zone }}>
      <p className="font-semibold">{t(`thread.dispute.${answer.said}`)}</p>
      {answer.body && <MessageBody text={answer.body} />}
      <PhotoThumbs photos={answer.photos} by={answer.name} />
    </Part>
  );
}

function Unanswered({ dispute, zone }: StepProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { answerDueAt, passedAt, state } = dispute;
  if (!answerDueAt) return null;
  return (
    <Part title={t("thread.dispute.answerOf")}>
      <p className="flex flex-wrap items-baseline gap-x-2 text-dense" suppressHydrationWarning>
        {passedAt || state !== "open" ? (
          t("thread.dispute.noAnswer", { at: time.day(answerDueAt, zone) })
        ) : (
          <>
            {t("thread.dispute.awaited")} {time.day(answerDueAt, zone)}
            <Countdown at={answerDueAt} zone={zone} label={t("thread.dispute.awaited")} />
          </>
        )}
      </p>
    </Part>
  );
}

/** Where the courier accepted, that is the decision, and their answer says so already. */
function DecisionPart({ dispute, zone }: StepProps) {
  const { t } = useTranslation();
  const { decision } = dispute;
  if (!decision || decision.by === "courier") return null;
  return (
    <Part
      title={t("thread.dispute.decisionOf")}
      by={{ name: decision.name, at: decision.at, zone }}
    >
      <p className="font-semibold">{t(`disputeState.${decision.verdict}`)}</p>
      <MessageBody text={decision.reason} />
    </Part>
  );
}
