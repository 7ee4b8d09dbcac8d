import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { InstructionState } from "../../contracts/instructions.ts";
import type { Side } from "../../contracts/parties.ts";
import type { InstructionView } from "../../contracts/views.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { FailureNote } from "./failure-note.tsx";

type InstructionActionsProps = { code: string; instruction: InstructionView; viewer: Side };

type Answer = Extract<InstructionState, "acknowledged" | "done" | "declined">;

/** What this side may answer: the addressed one everything, the promising courier "kept". */
function answersOf(instruction: InstructionView, viewer: Side): Answer[] {
  const { state, to, from, promise } = instruction;
  if (state !== "open" && state !== "acknowledged") return [];
  if (viewer === to) {
    return state === "open" ? ["acknowledged", "done", "declined"] : ["done", "declined"];
  }
  return promise && viewer === from ? ["done"] : [];
}

export function InstructionActions({ code, instruction, viewer }: InstructionActionsProps) {
  const { t } = useTranslation();
  const { onSubmit, isSending, error } = useFormPost();
  const answers = answersOf(instruction, viewer);
  if (answers.length === 0) return null;
  const action = `/pickup-problem/${code}/instructions/${instruction.id}`;
  const done = instruction.promise ? t("thread.card.kept") : t("thread.card.done");
  return (
    <div className="mt-3 border-t border-base-300 pt-2">
      <div className="flex flex-wrap items-start gap-2">
        <form method="post" action={action} onSubmit={onSubmit} className="contents">
          {answers.includes("acknowledged") && (
            <StateButton state="acknowledged" isSending={isSending} tone="btn-primary">
              {t("thread.card.acknowledge")}
            </StateButton>
          )}
          <StateButton state="done" isSending={isSending} tone="btn-outline">
            {done}
          </StateButton>
        </form>
        {answers.includes("declined") && (
          <DeclineForm action={action} onSubmit={onSubmit} isSending={isSending} />
        )}
      </div>
      {error && <FailureNote error={error} />}
    </div>
  );
}

type StateButtonProps = { state: Answer; isSending: boolean; tone: string; children: string };

function StateButton({ state, isSending, tone, children }: StateButtonProps) {
  return (
    <button
      type="submit"
      name="state"
      value={state}
      aria-disabled={isSending}
      className={`btn btn-sm ${tone}`}
    >
      {children}
    </button>
  );
}

type DeclineFormProps = Pick<ReturnType<typeof useFormPost>, "onSubmit" | "isSending"> & {
  action: string;
};

function DeclineForm({ action, onSubmit, isSending }: DeclineFormProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details className="group min-w-0 open:basis-full">
      <summary className="btn btn-ghost btn-sm">{t("thread.card.decline")}…</summary>
      <form method="post" action={action} onSubmit={onSubmit} className="mt-2 space-y-2">
        <label htmlFor={id} className="block text-dense font-medium">
          {t("thread.card.reason")}
        </label>
        <textarea id={id} name="reason" required rows={2} className="textarea w-full" />
        <StateButton state="declined" isSending={isSending} tone="btn-error btn-outline">
          {t("thread.card.declineSubmit")}
        </StateButton>
      </form>
    </details>
  );
}
