import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import type { Problem } from "../../contracts/errors.ts";
import { useProblemWords } from "../../hooks/use-problem-words.ts";

/** What happened, what was kept and what to do, right where the person acted. */
export function ProblemNote({ problem, children }: { problem: Problem; children?: ReactNode }) {
  const words = useProblemWords();
  return (
    <Alert tone="error" role="alert">
      <p>{words.problem(problem)}</p>
      {children}
    </Alert>
  );
}

const TONE = {
  error: "border-error bg-tint-error text-error",
  warning: "border-warning bg-tint-warning text-warning",
  info: "border-info bg-tint-info text-info",
} as const;

type AlertProps = { tone: keyof typeof TONE; role?: "alert" | "status"; children: ReactNode };

export function Alert({ tone, role, children }: AlertProps) {
  return (
    <div role={role} className={`flex gap-2 rounded-box border px-3 py-2 text-dense ${TONE[tone]}`}>
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">{children}</div>
    </div>
  );
}
