import { useActionData, useLocation } from "@remix-run/react";
import type { Problem } from "../../contracts/errors.ts";
import { ComposerProblem } from "./composer-problem.tsx";

type Failed = { problem: Problem; values: Record<string, string | string[]> };

/** Child page of a thread: empty, unless a form sent without scripts has failed. */
export function FailedSend() {
  const failed = useActionData() as Failed | undefined;
  const { pathname } = useLocation();
  if (!failed) return null;
  return <ComposerProblem problem={failed.problem} values={failed.values} action={pathname} />;
}
