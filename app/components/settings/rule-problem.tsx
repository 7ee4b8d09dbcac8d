import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { FocusBox } from "../ui/focus-box.tsx";
import { Alert, ProblemNote } from "../ui/problem-note.tsx";

/** The focus goes to what went wrong, each time something did. */
export function RuleProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <FocusBox about={problem}>
      {problem.kind === "not_found" ? (
        <Alert tone="error" role="alert">
          <p>{t("settings.gone")}</p>
        </Alert>
      ) : (
        <ProblemNote problem={problem}>
          {problem.kind === "unauthenticated" && (
            <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`} className="link">
              {t("action.signInAgain")}
            </a>
          )}
        </ProblemNote>
      )}
    </FocusBox>
  );
}
