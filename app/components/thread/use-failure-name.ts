import { useTranslation } from "react-i18next";
import type { DisputeSubject } from "../../contracts/disputes.ts";

/** A failure in a word: the courier's own reason, else what kind of failure it was. */
export function useFailureName(): (failure: DisputeSubject & { reason: string }) => string {
  const { t } = useTranslation();
  return (failure) => {
    const { kind, code, reason } = failure;
    if (reason !== "") return `“${reason}”`;
    if (kind === "instruction") return t(`instruction.${code}`);
    return code === "ignored" || code === "custody_reversed"
      ? t("stage.unknown")
      : t(`stage.${code}`);
  };
}
