import { useTranslation } from "react-i18next";
import { SubmitButton } from "../ui/submit-button.tsx";
import type { FilingHint } from "./use-filing.ts";

type SubmitBarProps = { count: number; hint: FilingHint | null; isSending: boolean };

/** Always in sight, and so is the reason why nothing was sent. */
export function SubmitBar({ count, hint, isSending }: SubmitBarProps) {
  const { t } = useTranslation();
  const isFailure = hint === "photoFailed" || hint === "unreached";
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-base-300 bg-base-100 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-0">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-3 gap-y-1 sm:px-4">
        <p
          role={isFailure ? "alert" : "status"}
          className={`min-w-40 flex-1 text-dense ${isFailure ? "font-medium text-error" : "text-muted"}`}
        >
          <DraftWords hint={hint} />
        </p>
        <SubmitButton
          pending={isSending}
          pendingText={t("filing.describe.pending")}
          className="min-w-36"
        >
          {t("filing.describe.submit", { count })}
        </SubmitButton>
      </div>
    </div>
  );
}

function DraftWords({ hint }: { hint: FilingHint | null }) {
  const { t } = useTranslation();
  if (hint === "unreached") return t("filing.describe.unreached");
  return hint ? (
    t(`thread.composer.${hint}`)
  ) : (
    // Without script nothing is kept on the device.
    <span className="js-only">{t("filing.describe.draft")}</span>
  );
}
