import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleX from "lucide-react/icons/circle-x";
import ClockAlert from "lucide-react/icons/clock-alert";
import Scale from "lucide-react/icons/scale";
import { useTranslation } from "react-i18next";
import type { InstructionView } from "../../contracts/card-views.ts";

const LOOK = {
  open: { Icon: CircleDashed, tone: "text-warning" },
  acknowledged: { Icon: CircleDot, tone: "text-info" },
  done: { Icon: CircleCheck, tone: "text-success" },
  declined: { Icon: CircleX, tone: "text-error" },
  expired: { Icon: ClockAlert, tone: "text-error" },
  asked: { Icon: ClockAlert, tone: "text-warning" },
  kept: { Icon: CircleCheck, tone: "text-success" },
  broken: { Icon: CircleX, tone: "text-error" },
  contested: { Icon: Scale, tone: "text-warning" },
} as const;

/** How far an instruction is; of a promise that is over, how it went. */
function stateOf({ state, promise }: InstructionView): keyof typeof LOOK {
  if (promise?.outcome) return promise.outcome.result;
  return promise?.askedAt ? "asked" : state;
}

export function InstructionStateMark({ instruction }: { instruction: InstructionView }) {
  const { t } = useTranslation();
  const state = stateOf(instruction);
  const { Icon, tone } = LOOK[state];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap font-medium ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`instructionState.${state}`)}
    </span>
  );
}
