import CheckIcon from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import Clock from "lucide-react/icons/clock";
import { useTranslation } from "react-i18next";
import type { Viewer } from "../../contracts/views.ts";
import { resendMessage, takeMessage } from "../../hooks/outbox.ts";
import { isHeldUp, type OutboxItem } from "../../hooks/outbox-state.ts";
import { SIGNED_OUT } from "../../hooks/retry-state.ts";
import { useOutboxView } from "../../hooks/use-outbox.ts";
import { CopyText } from "./copy-text.tsx";
import { MessageBody, MessageFrame } from "./message-entry.tsx";
import { OutboxPhotos } from "./outbox-photos.tsx";
import { useOutboxWords } from "./use-outbox-words.ts";

type OutboxEntryProps = {
  item: OutboxItem;
  /** Waits only for one before it. */
  isBehind: boolean;
  viewer: Viewer;
  /** Missing where there is no composer to take it back to. */
  onEdit: ((clientId: string) => void) | undefined;
};

type Standing = "sending" | "sent" | "unsent" | "failed";

const LOOK = {
  sending: { Icon: Clock, tone: "" },
  sent: { Icon: CheckIcon, tone: "" },
  unsent: { Icon: Clock, tone: "font-semibold text-warning" },
  failed: { Icon: CircleAlert, tone: "font-semibold text-error" },
} as const;

function standingOf(item: OutboxItem, isBehind: boolean): Standing {
  if (item.state === "refused") return "failed";
  if (item.state === "sent") return "sent";
  return isBehind || isHeldUp(item) ? "unsent" : "sending";
}

export function OutboxEntry({ item, isBehind, viewer, onEdit }: OutboxEntryProps) {
  const { t } = useTranslation();
  const standing = standingOf(item, isBehind);
  const { Icon, tone } = LOOK[standing];
  return (
    <MessageFrame
      audience={item.kind === "note" ? viewer.kind : "everyone"}
      side={viewer.kind}
      name={viewer.name}
      isOwn
      aside={
        <span className={`inline-flex items-center gap-1 ${tone}`}>
          <Icon aria-hidden="true" className="size-3.5" />
          {t(`thread.outbox.${standing}`)}
        </span>
      }
    >
      {item.body && <MessageBody text={item.body} />}
      <OutboxPhotos photos={item.photos} />
      {(standing === "failed" || standing === "unsent") && (
        <Unsent item={item} isRefused={standing === "failed"} onEdit={onEdit} />
      )}
    </MessageFrame>
  );
}

type UnsentProps = Pick<OutboxEntryProps, "item" | "onEdit"> & { isRefused: boolean };

/** Why it has not gone, whether the device keeps it, and what one can do. */
function Unsent({ item, isRefused, onEdit }: UnsentProps) {
  const { t } = useTranslation();
  const { isLasting } = useOutboxView();
  const words = useOutboxWords();
  return (
    <div role={isRefused ? "alert" : "status"} className="mt-2 space-y-2">
      <p className={`text-dense ${isRefused ? "text-error" : "text-warning"}`}>
        {words(item)} {t(isLasting ? "thread.outbox.lasting" : "thread.outbox.fleeting")}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {item.error?.code === SIGNED_OUT.code ? (
          <a
            href={`/sign-in?next=/pickup-problem/${item.code}`}
            className="btn btn-primary btn-sm pointer-coarse:min-h-11"
          >
            {t("action.signInAgain")}
          </a>
        ) : (
          item.error && (
            <button
              type="button"
              className={`btn btn-sm pointer-coarse:min-h-11 ${isRefused ? "btn-error" : ""}`}
              onClick={() => resendMessage(item.clientId)}
            >
              {t("thread.outbox.resend")}
            </button>
          )
        )}
        <CopyText text={item.body} />
        {onEdit && (
          <button
            type="button"
            className="btn btn-ghost btn-sm pointer-coarse:min-h-11"
            onClick={() => onEdit(item.clientId)}
          >
            {t("thread.outbox.edit")}
          </button>
        )}
        <button
          type="button"
          className="btn btn-ghost btn-sm pointer-coarse:min-h-11"
          onClick={() => void takeMessage(item.clientId)}
        >
          {t("thread.outbox.remove")}
        </button>
      </div>
    </div>
  );
}
