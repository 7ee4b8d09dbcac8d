import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../ui/copy-button.tsx";

type ResiCopyProps = {
  resi: string;
  /** A link in place of the bare text. */
  children?: ReactNode;
  className?: string;
};

export function ResiCopy({ resi, children = resi, className = "" }: ResiCopyProps) {
  const { t } = useTranslation();
  return (
    <span className={`inline-flex min-w-0 items-center gap-0.5 ${className}`}>
      <span className="truncate font-mono">{children}</span>
      <CopyButton text={resi} label={t("action.copyResi", { resi })} />
    </span>
  );
}
