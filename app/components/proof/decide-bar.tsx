import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { PROOF_REASONS } from "../../contracts/proofs.ts";
import { FieldError } from "../ui/field-error.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";

type DecideBarProps = {
  count: number;
  problem: Problem | null;
  /** What came of the last answer. */
  note: ReactNode;
};

/** Confirming is one tap; rejecting asks why, for the seller must know what to do next. */
export function DecideBar({ count, problem, note }: DecideBarProps) {
  const { t } = useTranslation();
  const errors = problem?.fields ?? {};
  return (
    <div className="sticky bottom-0 space-y-3 rounded-b-box border-t border-base-300 bg-base-100 p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {note}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-dense text-muted tabular-nums">
          {t("proof.show.chosen", { count })}
        </p>
        <SubmitButton name="to" value="confirmed">
          {t("proof.show.confirm")}
        </SubmitButton>
      </div>
      <FieldError id="proof-none" code={errors.report} />
      <details open={Boolean(errors.reason || errors.detail)}>
        <summary className="min-h-11 cursor-pointer py-2.5 text-dense font-medium sm:min-h-0">
          {t("proof.show.reject")}
        </summary>
        <Rejection errors={errors} />
      </details>
    </div>
  );
}

function Rejection({ errors }: { errors: Record<string, string> }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-start">
      <div>
        <select
          name="reason"
          defaultValue=""
          aria-label={t("proof.show.reason")}
          aria-invalid={Boolean(errors.reason)}
          aria-describedby={errors.reason && `${id}-reason`}
          className="select h-11 w-full border-edge sm:h-9"
        >
          <option value="">{t("proof.show.chooseReason")}</option>
          {PROOF_REASONS.map((each) => (
            <option key={each} value={each}>
              {t(`proofReason.${each}`)}
            </option>
          ))}
        </select>
        <FieldError id={`${id}-reason`} code={errors.reason} />
      </div>
      <div>
        <input
          name="detail"
          maxLength={500}
          placeholder={t("proof.show.detail")}
          aria-label={t("proof.show.detail")}
          aria-invalid={Boolean(errors.detail)}
          aria-describedby={errors.detail && `${id}-detail`}
          className="input h-11 w-full border-edge sm:h-9"
        />
        <FieldError id={`${id}-detail`} code={errors.detail} />
      </div>
      <SubmitButton name="to" value="rejected" look="" className="btn-outline btn-error">
        {t("proof.show.reject")}
      </SubmitButton>
    </div>
  );
}
