import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RuleAnswer } from "../../contracts/settings-views.ts";
import { PreviewBox } from "./preview-box.tsx";
import { RuleProblem } from "./rule-problem.tsx";

type WithdrawalProps = {
  action: string;
  answer: RuleAnswer;
  /** The rule that is to go, in words. */
  what: string;
};

/** What came back of "Tarik". */
export function Withdrawal({ action, answer, what }: WithdrawalProps) {
  const { t } = useTranslation();
  if (answer.problem) return <RuleProblem problem={answer.problem} />;
  if (!answer.outcome) return null;
  return (
    <PreviewBox
      title={t("settings.preview.withdraw")}
      what={what}
      preview={answer.outcome.preview}
      values={answer.values}
      action={action}
      back={
        <Link to={action} className="btn">
          {t("settings.preview.keep")}
        </Link>
      }
    />
  );
}

/** An answer to "Tarik" names a rule; one to a form for a new rule does not. */
export const withdrawnId = (answer: RuleAnswer | null) =>
  typeof answer?.values.id === "string" ? answer.values.id : null;
