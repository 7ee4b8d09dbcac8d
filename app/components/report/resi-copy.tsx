import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../ui/copy-button.tsx";

type ResiCopyProps = {
  resi: string;
  /** A link in place of the bare text. */
  children?: ReactNode;
  className?: string;
  /** Broken over lines where it does not fit, instead of cut off. */
  isWhole?: boolean;
};

export function ResiCopy({
  resi,
  children = resi,
  className = "",
  isWhole = false,
}: ResiCopyProps) {
  const { t } = useTranslation();
  return (
    <span className={`inline-flex min-w-0 items-center gap-0.5 ${className}`}>
      <span className={`font-mono ${isWhole ? "break-all" : "truncate"}`}>{children}</span>
      <CopyButton text={resi} label={t("action.copyResi", { resi })} />
    </span>
  );
}
