import Ban from "lucide-react/icons/ban";
import CircleCheck from "lucide-react/icons/circle-check";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ReportPowers } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { FailureNote } from "./failure-note.tsx";

type ReportActionsProps = { code: string; powers: ReportPowers };
type StatusChange = "resolve" | "cancel" | "reopen";

const CHANGES: readonly StatusChange[] = ["resolve", "cancel", "reopen"];
const LOOK = {
  resolve: { Icon: CircleCheck, summary: "btn-outline btn-primary", submit: "btn-primary" },
  cancel: { Icon: Ban, summary: "btn-ghost", submit: "btn-error" },
  reopen: { Icon: RotateCcw, summary: "btn-outline btn-primary", submit: "btn-primary" },
} as const;

export function ReportActions({ code, powers }: ReportActionsProps) {
  const { t } = useTranslation();
  const allowed = CHANGES.filter((change) => powers[change]);
  if (allowed.length === 0) return null;
  return (
    <fieldset className="flex shrink-0 gap-1">
      <legend className="sr-only">{t("thread.status.label")}</legend>
      {allowed.map((change) => (
        <StatusDisclosure key={change} code={code} change={change} />
      ))}
    </fieldset>
  );
}

/** A named group: opening one closes its neighbour, without script. */
function StatusDisclosure({ code, change }: { code: string; change: StatusChange }) {
  const { t } = useTranslation();
  const { Icon, summary } = LOOK[change];
  const name = t(`thread.status.${change}.open`);
  return (
    <details name="report-action" className="static @lg:relative">
      <summary title={name} className={`btn btn-sm px-2.5 pointer-coarse:min-h-11 ${summary}`}>
        <Icon aria-hidden="true" className="size-4" />
        <span className="sr-only @lg:not-sr-only">{name}</span>
      </summary>
      <div className="absolute inset-x-3 z-20 mt-1 rounded-box border border-base-300 bg-base-100 p-3 shadow-lg @lg:inset-x-auto @lg:end-0 @lg:w-80">
        <StatusForm code={code} change={change} />
      </div>
    </details>
  );
}

function StatusForm({ code, change }: { code: string; change: StatusChange }) {
  const { t } = useTranslation();
  const id = useId();
  const { onSubmit, isSending, error } = useFormPost();
  return (
    <form
      method="post"
      action={`/pickup-problem/${code}/status`}
      onSubmit={onSubmit}
      className="space-y-2"
    >
      <input type="hidden" name="to" value={change} />
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
