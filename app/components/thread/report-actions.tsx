import Ban from "lucide-react/icons/ban";
import CircleCheck from "lucide-react/icons/circle-check";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import ScanLine from "lucide-react/icons/scan-line";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ReportPowers } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { ActionDisclosure } from "./action-disclosure.tsx";
import { CategoryChange } from "./category-change.tsx";
import { FailureNote } from "./failure-note.tsx";

type ReportActionsProps = { code: string; powers: ReportPowers };
type Change = "resolve" | "cancel" | "reopen" | "reverseScan";

const CHANGES: readonly Change[] = ["resolve", "cancel", "reopen", "reverseScan"];
const LOOK = {
  resolve: { Icon: CircleCheck, summary: "btn-outline btn-primary", submit: "btn-primary" },
  cancel: { Icon: Ban, summary: "btn-ghost", submit: "btn-error" },
  reopen: { Icon: RotateCcw, summary: "btn-outline btn-primary", submit: "btn-primary" },
  reverseScan: { Icon: ScanLine, summary: "btn-ghost", submit: "btn-error" },
} as const;

export function ReportActions({ code, powers }: ReportActionsProps) {
  const { t } = useTranslation();
  const allowed = CHANGES.filter((change) => powers[change]);
  const { recategorise } = powers;
  if (allowed.length + recategorise.length === 0) return null;
  return (
    <fieldset className="flex shrink-0 gap-1">
      <legend className="sr-only">{t("thread.status.label")}</legend>
      {recategorise.length > 0 && <CategoryChange code={code} categories={recategorise} />}
      {allowed.map((change) => (
        <StatusDisclosure key={change} code={code} change={change} />
      ))}
    </fieldset>
  );
}

function StatusDisclosure({ code, change }: { code: string; change: Change }) {
  const { t } = useTranslation();
  const { Icon, summary } = LOOK[change];
  return (
    <ActionDisclosure name={t(`thread.status.${change}.open`)} Icon={Icon} look={summary}>
      <StatusForm code={code} change={change} />
    </ActionDisclosure>
  );
}

function StatusForm({ code, change }: { code: string; change: Change }) {
  const { t } = useTranslation();
  const id = useId();
  const { onSubmit, isSending, error } = useFormPost();
  return (
    <form
      method="post"
      action={`/pickup-problem/${code}/${change === "reverseScan" ? "scan" : "status"}`}
      onSubmit={onSubmit}
      className="space-y-2"
    >
      {change !== "reverseScan" && <input type="hidden" name="to" value={change} />}
      <p className="text-dense text-muted">{t(`thread.status.${change}.hint`)}</p>
      <label htmlFor={id} className="block text-dense font-medium">
        {t(`thread.status.${change}.reason`)}
      </label>
      <textarea
        id={id}
        name="reason"
        rows={2}
        maxLength={500}
        required={change !== "resolve"}
        className="textarea w-full"
      />
      <button
        type="submit"
        aria-disabled={isSending}
        className={`btn btn-sm w-full pointer-coarse:min-h-11 ${LOOK[change].submit}`}
      >
        {isSending ? t("thread.composer.sending") : t(`thread.status.${change}.submit`)}
      </button>
      {error && <FailureNote error={error} />}
    </form>
  );
}
