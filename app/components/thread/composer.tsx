import ClipboardList from "lucide-react/icons/clipboard-list";
import Lock from "lucide-react/icons/lock";
import MessageSquare from "lucide-react/icons/message-square";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ReportView, Viewer } from "../../contracts/views.ts";
import type { OutboxDraft, OutboxItem } from "../../hooks/outbox-state.ts";
import type { LiveThread } from "../../hooks/use-thread.ts";
import { HereLine } from "./here-line.tsx";
import { InstructionForm } from "./instruction-form.tsx";
import { MessageForm } from "./message-form.tsx";
import { useWriting } from "./use-writing.ts";

export type ComposerMode = "message" | "instruction" | "note";
/** One id for each form, for a send before scripts run. */
export type ClientIds = Record<ComposerMode, string>;

type ComposerProps = {
  live: LiveThread;
  onShowEnd: () => void;
  report: ReportView;
  viewer: Viewer;
  clientIds: ClientIds;
  send: (draft: OutboxDraft) => void;
  returned: OutboxItem | null;
  onInstructionSent: (value: object) => void;
};

const ICON = { message: MessageSquare, instruction: ClipboardList, note: Lock } as const;

export function Composer(props: ComposerProps) {
  const { live, report, viewer, clientIds, returned, onInstructionSent } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const writing = useWriting(live, viewer.userId);
  const modes = modesOf(report);
  const hasSeveral = modes.length > 1;
  const setMode = (mode: ComposerMode) => {
    const radio = box.current?.querySelector<HTMLInputElement>(`input[value="${mode}"]`);
    if (radio) radio.checked = true;
  };
  const returnedKind = returned?.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each returned one opens its own panel.
  useEffect(() => {
    if (returnedKind) setMode(returnedKind);
  }, [returned]);

  if (modes.length === 0) return <ClosedNote />;
  const send: ComposerProps["send"] = (draft) => {
    writing.onDone();
    props.send(draft);
  };
  const showNews = () => {
    writing.onSeen();
    props.onShowEnd();
  };
  const form = { code: report.code, resi: report.parcel.resi, viewer, send, returned };
  return (
    <section
      ref={box}
      data-composer
      onInput={writing.onInput}
      aria-label={t("thread.composer.label")}
      className="group/composer shrink-0 border-t border-base-300 bg-base-100 px-3 pt-1 pb-[max(0.75rem,env(safe-area-inset-bottom))] has-[input[value=note]:checked]:border-warning sm:px-4"
    >
      <div className="mx-auto max-w-3xl space-y-1.5">
        <HereLine
          present={live.present}
          typing={live.typing}
          viewer={viewer}
          isWriting={writing.isWriting}
          newSince={writing.newSince}
          onShowEnd={showNews}
        />
        {hasSeveral && <ModeSwitch modes={modes} />}
        {modes.includes("message") && (
          <div className="group-has-[input[value=instruction]:checked]/composer:hidden group-has-[input[value=note]:checked]/composer:hidden">
            <MessageForm kind="message" clientId={clientIds.message} {...form} />
          </div>
        )}
        {modes.includes("instruction") && (
          <div className="max-h-[55dvh] overflow-y-auto group-has-[input[value=message]:checked]/composer:hidden group-has-[input[value=note]:checked]/composer:hidden">
            <InstructionForm
              code={report.code}
              resi={report.parcel.resi}
              choices={report.powers.instruct}
              zone={report.parcel.origin.zone}
              viewer={viewer}
              clientId={clientIds.instruction}
              onSent={(value) => {
                setMode("message");
                writing.onDone();
                onInstructionSent(value);
              }}
            />
          </div>
        )}
        {modes.includes("note") && (
          <div
            data-kind="note"
            className="group-has-[input[value=instruction]:checked]/composer:hidden group-has-[input[value=message]:checked]/composer:hidden"
          >
            <MessageForm kind="note" clientId={clientIds.note} {...form} />
          </div>
        )}
      </div>
    </section>
  );
}

function modesOf({ powers }: ReportView): ComposerMode[] {
  const modes: ComposerMode[] = [];
  if (powers.post) modes.push("message");
  if (powers.instruct.length > 0) modes.push("instruction");
  if (powers.note) modes.push("note");
  return modes;
}

/** Radio buttons and CSS, so that switching works before scripts run. */
function ModeSwitch({ modes }: { modes: ComposerMode[] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="-mx-1 flex flex-wrap gap-1">
      <legend className="sr-only">{t("thread.composer.mode")}</legend>
      {modes.map((mode, index) => {
        const Icon = ICON[mode];
        const tone =
          mode === "note"
            ? "has-checked:bg-tint-warning has-checked:text-warning"
            : "has-checked:bg-tint-primary has-checked:text-primary";
        return (
          <label
            key={mode}
            className={`inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-field px-2.5 pointer-coarse:min-h-11 text-dense font-medium text-muted hover:text-base-content has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-primary ${tone}`}
          >
            <input
              type="radio"
              name={`${id}-mode`}
              value={mode}
              defaultChecked={index === 0}
              className="sr-only"
            />
            <Icon
              aria-hidden="true"
              className={`size-4 shrink-0 ${mode === "note" ? "" : "hidden @md:block"}`}
            />
            {t(`thread.composer.${mode}.tab`)}
          </label>
        );
      })}
    </fieldset>
  );
}

function ClosedNote() {
  const { t } = useTranslation();
  return (
    <p className="shrink-0 border-t border-base-300 bg-base-100 px-4 py-3 text-center text-dense text-muted">
      {t("thread.composer.closed")}
    </p>
  );
}
