import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleX from "lucide-react/icons/circle-x";
import ClockAlert from "lucide-react/icons/clock-alert";
import { useTranslation } from "react-i18next";
import type { InstructionState } from "../../contracts/instructions.ts";

const LOOK = {
  open: { Icon: CircleDashed, tone: "text-warning" },
  acknowledged: { Icon: CircleDot, tone: "text-info" },
  done: { Icon: CircleCheck, tone: "text-success" },
  declined: { Icon: CircleX, tone: "text-error" },
  expired: { Icon: ClockAlert, tone: "text-error" },
} as const;

export function InstructionStateMark({ state }: { state: InstructionState }) {
  const { t } = useTranslation();
  const { Icon, tone } = LOOK[state];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap font-medium ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {t(`instructionState.${state}`)}
    </span>
  );
}
