import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineView } from "../../contracts/timeline-views.ts";
import type { EntryView, ReportView } from "../../contracts/views.ts";
import { CsDoor } from "../report/cs-door.tsx";
import { StatusBadge } from "../report/status-badge.tsx";
import { Drawn } from "../timeline/drawn.tsx";
import type { DrawnClock } from "../timeline/drawn-clock.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { DisputeList } from "./dispute-list.tsx";
import { InstructionStateMark } from "./instruction-state-mark.tsx";
import { ParcelFacts } from "./parcel-facts.tsx";
import { ReadinessFacts } from "./readiness-facts.tsx";
import { TurnLedger } from "./turn-ledger.tsx";

type ReportFactsProps = {
  report: ReportView;
  timeline: TimelineView;
  drawn: DrawnClock;
  entries: EntryView[];
  csWhatsapp: string;
};

export function ReportFacts({ report, timeline, drawn, entries, csWhatsapp }: ReportFactsProps) {
  const { t } = useTranslation();
  const { parcel, batch } = report;
  return (
    <div className="divide-y divide-base-300">
      <FactSection title={t("timeline.title")}>
        <Timeline timeline={timeline} idle={drawn.idle} />
      </FactSection>
      <FactSection title={t("timeline.statusTitle")}>
        <Drawn html={drawn.statuses} />
      </FactSection>
      {report.ledger.turns.length > 0 && (
        <FactSection title={t("thread.ledger.title")}>
          <TurnLedger report={report} serverNow={timeline.now} />
        </FactSection>
      )}
      <FactSection title={t("thread.instructions.title")}>
        <InstructionList entries={entries} />
      </FactSection>
      {report.disputes.length > 0 && (
        <FactSection title={t("thread.dispute.panel")}>
          <DisputeList disputes={report.disputes} />
        </FactSection>
      )}
      <FactSection title={t("thread.facts.title")}>
        <ParcelFacts report={report} />
      </FactSection>
      <FactSection title={t("thread.readiness.title")}>
        <ReadinessFacts readiness={report.readiness} />
      </FactSection>
      {batch.length > 0 && (
        <FactSection title={t("thread.batch.title")}>
          <BatchMates batch={batch} />
        </FactSection>
      )}
      <FactSection title={t("thread.csDoor.title")}>
        <CsDoor
          number={csWhatsapp}
          resi={parcel.resi}
          courier={parcel.courier.name}
          category={report.categoryReckoned}
        />
      </FactSection>
    </div>
  );
}

function FactSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="px-3 py-3 sm:px-4">
      <h2 id={id} className="mb-2 text-dense font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

function InstructionList({ entries }: { entries: EntryView[] }) {
  const { t } = useTranslation();
  const given = entries.flatMap(({ instruction }) => (instruction ? [instruction] : []));
  if (given.length === 0) {
    return <p className="text-dense text-muted">{t("thread.instructions.none")}</p>;
  }
  return (
    <ul className="space-y-1 text-dense">
      {given.map((instruction) => (
        <li key={instruction.id} className="flex flex-wrap justify-between gap-x-3">
          <a href={`#instruction-${instruction.id}`} className="link link-hover">
            {t(`instruction.${instruction.code}`)}
          </a>
          <InstructionStateMark instruction={instruction} />
        </li>
      ))}
    </ul>
  );
}

function BatchMates({ batch }: { batch: ReportView["batch"] }) {
  const { search } = useLocation();
  return (
    <ul className="space-y-1 text-dense">
      {batch.map((mate) => (
        <li key={mate.code} className="flex flex-wrap items-center justify-between gap-x-3">
          <Link to={`/pickup-problem/${mate.code}${search}`} className="link link-hover">
            {mate.code} <span className="font-mono">{mate.resi}</span>
          </Link>
          <StatusBadge status={mate.status} />
        </li>
      ))}
    </ul>
  );
}
