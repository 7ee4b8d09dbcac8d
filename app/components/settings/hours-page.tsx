import { useTranslation } from "react-i18next";
import { SIDES } from "../../contracts/parties.ts";
import type { DoneView, ReplyHoursView, RuleAnswer } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { DoneNote } from "../ui/done-note.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { AddFold } from "./add-fold.tsx";
import { HoursForm } from "./hours-form.tsx";
import { HoursRow } from "./hours-row.tsx";
import { RuleProblem } from "./rule-problem.tsx";
import { useDoneWords } from "./use-done-words.ts";
import { withdrawnId } from "./withdrawal.tsx";

export type HoursPageProps = {
  hours: ReplyHoursView[];
  couriers: CourierView[];
  done: DoneView | null;
  answer: RuleAnswer | null;
};

/** When each side answers, and within how many of those minutes. */
export function HoursPage({ hours, couriers, done, answer }: HoursPageProps) {
  const { t } = useTranslation();
  const doneWords = useDoneWords();
  const goes = withdrawnId(answer);
  const added = goes ? null : answer;
  return (
    <SectionBody>
      {done && !answer && <DoneNote text={doneWords(done)} />}
      {answer?.problem && <RuleProblem problem={answer.problem} />}
      <p className="max-w-2xl text-dense text-muted">{t("settings.hours.lead")}</p>
      {/* Hours more or less: the form is for the next ones. */}
      <AddFold key={hours.length} title={t("settings.hours.add")} isOpen={added !== null}>
        <HoursForm answer={added} couriers={couriers} />
      </AddFold>
      {SIDES.map((side) => (
        <section key={side} aria-labelledby={`side-${side}`}>
          <h2 id={`side-${side}`} className="mb-1.5 font-semibold">
            {t(`side.${side}`)}
          </h2>
          <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
            {hours
              .filter((one) => one.side === side)
              .map((one) => (
                <HoursRow key={one.id} hours={one} />
              ))}
          </ul>
        </section>
      ))}
    </SectionBody>
  );
}
