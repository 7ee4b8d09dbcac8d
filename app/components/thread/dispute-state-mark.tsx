import CircleCheck from "lucide-react/icons/circle-check";
import CircleHelp from "lucide-react/icons/circle-help";
import CircleX from "lucide-react/icons/circle-x";
import Hourglass from "lucide-react/icons/hourglass";
import Undo2 from "lucide-react/icons/undo-2";
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../contracts/card-views.ts";

const LOOK = {
  open: { Icon: Hourglass, tone: "text-warning" },
  passed: { Icon: Hourglass, tone: "text-warning" },
  answered: { Icon: Hourglass, tone: "text-warning" },
  withdrawn: { Icon: Undo2, tone: "text-muted" },
  seller_right: { Icon: CircleCheck, tone: "text-success" },
  courier_right: { Icon: CircleX, tone: "text-error" },
  unclear: { Icon: CircleHelp, tone: "text-info" },
} as const;

type State = Pick<DisputeView, "state" | "passedAt" | "decision">;

/** Whom a dispute waits for, or how it ended. */
function stateOf({ state, passedAt, decision }: State): keyof typeof LOOK {
  if (state === "open") return passedAt ? "passed" : "open";
  return state === "decided" ? (decision?.verdict ?? "unclear") : state;
}

export function DisputeStateMark({ dispute }: { dispute: State }) {
  const { t } = useTranslation();
  const state = stateOf(dispute);
  const { Icon, tone } = LOOK[state];
  return (
    <span className={`inline-flex items-center gap-1 font-medium ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`disputeState.${state}`)}
    </span>
  );
}
