import { useTranslation } from "react-i18next";
import type { InstructionView } from "../../contracts/card-views.ts";
import { findInstruction, type InstructionState } from "../../contracts/instructions.ts";
import type { Side } from "../../contracts/parties.ts";
import { useClientId } from "../../hooks/use-client-id.ts";
import { useFormPost } from "../../hooks/use-form-post.ts";
import { CardFold } from "./card-fold.tsx";
import { CardForm } from "./card-form.tsx";
import { FailureNote } from "./failure-note.tsx";

type InstructionActionsProps = { code: string; instruction: InstructionView; viewer: Side };

type Answer = Extract<InstructionState, "acknowledged" | "done" | "declined">;

/** What this side may answer: the addressed one everything, the promising courier "kept". */
function answersOf(instruction: InstructionView, viewer: Side): Answer[] {
  const { state, to, from, promise } = instruction;
  if ((state !== "open" && state !== "acknowledged") || promise?.askedAt) return [];
  if (viewer === to) {
    return state === "open" ? ["acknowledged", "done", "declined"] : ["done", "declined"];
  }
  return promise && viewer === from ? ["done"] : [];
}

export function InstructionActions({ code, instruction, viewer }: InstructionActionsProps) {
  const { t } = useTranslation();
  const answers = answersOf(instruction, viewer);
  if (answers.length === 0) return null;
  const action = `/pickup-problem/${code}/instructions/${instruction.id}`;
  const isPromise = instruction.promise !== null;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2 border-t border-base-300 pt-2">
      {answers.includes("acknowledged") && (
        <StateForm
          action={action}
          state="acknowledged"
          tone="btn-primary"
          text={t("thread.card.acknowledge")}
        />
      )}
      {isPromise ? (
        <StateForm action={action} state="done" tone="btn-outline" text={t("thread.card.kept")} />
      ) : (
        <DoneForm action={action} instruction={instruction} />
      )}
      {answers.includes("declined") && <DeclineForm action={action} id={instruction.id} />}
    </div>
  );
}

type StateFormProps = { action: string; state: Answer; tone: string; text: string };

function StateForm({ action, state, tone, text }: StateFormProps) {
  const [clientId, renew] = useClientId();
  const { onSubmit, isSending, error } = useFormPost(renew);
  return (
    <form method="post" action={action} onSubmit={onSubmit} className="min-w-0">
      <input type="hidden" name="clientId" value={clientId} suppressHydrationWarning />
      <button
        type="submit"
        name="state"
        value={state}
        aria-disabled={isSending}
        className={`btn btn-sm pointer-coarse:min-h-11 ${tone}`}
      >
        {text}
      </button>
      {error && <FailureNote error={error} />}
    </form>
  );
}

function DoneForm({ action, instruction }: { action: string; instruction: InstructionView }) {
  const { t } = useTranslation();
  const proof = findInstruction(instruction.code)?.proof ?? "none";
  return (
    <CardFold text={t("thread.card.done")} tone="btn-outline">
      <CardForm
        action={action}
        draft={`done/${instruction.id}`}
        hasPhotos
        words={{
          name: "body",
          label: t("thread.card.doneText"),
          hint: t(`thread.card.doneHint.${proof}`),
        }}
        submits={[
          { text: t("thread.card.doneSubmit"), tone: "btn-primary", name: "state", value: "done" },
        ]}
      />
    </CardFold>
  );
}

function DeclineForm({ action, id }: { action: string; id: string }) {
  const { t } = useTranslation();
  return (
    <CardFold text={t("thread.card.decline")}>
      <CardForm
        action={action}
        draft={`decline/${id}`}
        words={{ name: "reason", label: t("thread.card.reason"), isRequired: true }}
        submits={[
          {
            text: t("thread.card.declineSubmit"),
            tone: "btn-error btn-outline",
            name: "state",
            value: "declined",
          },
        ]}
      />
    </CardFold>
  );
}
