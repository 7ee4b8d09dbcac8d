import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { FocusBox } from "../ui/focus-box.tsx";
import { FocusedProblem } from "../ui/focused-problem.tsx";
import { Alert } from "../ui/problem-note.tsx";

/** A rule that somebody else has taken back meanwhile is no report that is missing. */
export function RuleProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  if (problem.kind !== "not_found") return <FocusedProblem problem={problem} />;
  return (
    <FocusBox about={problem}>
      <Alert tone="error" role="alert">
        <p>{t("settings.gone")}</p>
      </Alert>
    </FocusBox>
  );
}
