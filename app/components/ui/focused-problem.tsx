import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { FocusBox } from "./focus-box.tsx";
import { ProblemNote } from "./problem-note.tsx";

/** The focus goes to what went wrong, each time something did; who is signed out gets the way back here. */
export function FocusedProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <FocusBox about={problem}>
      <ProblemNote problem={problem}>
        {problem.kind === "unauthenticated" && (
          <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`} className="link">
            {t("action.signInAgain")}
          </a>
        )}
      </ProblemNote>
    </FocusBox>
  );
}
