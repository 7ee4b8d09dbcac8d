import { useTranslation } from "react-i18next";
import type { Stage } from "../../contracts/stages.ts";

export function StageLabel({ stage, className }: { stage: Stage; className?: string }) {
  const { t } = useTranslation();
  return <span className={className}>{t(`stage.${stage}`)}</span>;
}
