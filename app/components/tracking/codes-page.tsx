import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import type { CodesView, MappedDone } from "../../contracts/tracking-views.ts";
import { RuleProblem } from "../settings/rule-problem.tsx";
import { DoneNote } from "../ui/done-note.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { MappingList } from "./mapping-list.tsx";
import { UnknownCodeCard } from "./unknown-code.tsx";

export type CodesPageProps = CodesView & {
  done: MappedDone | null;
  failed: { problem: Problem; values: Record<string, string | string[]> } | null;
};

export function CodesPage({ unknown, mappings, done, failed }: CodesPageProps) {
  const { t } = useTranslation();
  return (
    <SectionBody>
      {failed && <RuleProblem problem={failed.problem} />}
      {done && !failed && (
        <DoneNote
          text={[
            t(`tracking.codes.done.${done.action}`, { count: done.rows }),
            t("tracking.codes.done.parcels", { count: done.parcels }),
          ].join(" ")}
        />
      )}
      <section aria-labelledby="unknown-title" className="space-y-2">
        <h2 id="unknown-title" className="font-semibold">
          {t("tracking.codes.unknown")}
        </h2>
        <p className="max-w-2xl text-dense text-muted">{t("tracking.codes.lead")}</p>
        {unknown.length === 0 ? (
          <EmptyState title={t("tracking.codes.empty")} hint={t("tracking.codes.emptyHint")} />
        ) : (
          <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
            {unknown.map((one) => (
              <UnknownCodeCard
                key={[one.vocabulary, one.plainCode, one.plainText].join("\n")}
                unknown={one}
                failed={failed}
              />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="mapped-title" className="space-y-2">
        <h2 id="mapped-title" className="font-semibold">
          {t("tracking.codes.mapped")}
        </h2>
        <MappingList mappings={mappings} />
      </section>
    </SectionBody>
  );
}
