import CheckIcon from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import Clock from "lucide-react/icons/clock";
import { useTranslation } from "react-i18next";
import type { Viewer } from "../../contracts/views.ts";
import type { OutboxItem } from "../../hooks/outbox-state.ts";
import { useFailureWords } from "../../hooks/use-failure-words.ts";
import { CopyText } from "./copy-text.tsx";
import { MessageBody, MessageFrame } from "./message-entry.tsx";

type OutboxEntryProps = {
  item: OutboxItem;
  viewer: Viewer;
  onResend: (clientId: string) => void;
  onEdit: (clientId: string) => void;
};

const ICON = { sending: Clock, sent: CheckIcon, failed: CircleAlert } as const;

export function OutboxEntry({ item, viewer, onResend, onEdit }: OutboxEntryProps) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const Icon = ICON[item.state];
  return (
    <MessageFrame
      audience={item.kind === "note" ? viewer.kind : "everyone"}
      side={viewer.kind}
      name={viewer.name}
      isOwn
      aside={
        <span
          className={`inline-flex items-center gap-1 ${item.state === "failed" ? "font-semibold text-error" : ""}`}
        >
          <Icon aria-hidden="true" className="size-3.5" />
          {t(`thread.outbox.${item.state}`)}
        </span>
      }
    >
      {item.body && <MessageBody text={item.body} />}
      {item.uploads.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-2">
          {item.uploads.map((upload) => (
            <li key={upload.id}>
              <img
                src={upload.thumbUrl}
                width="96"
                height="96"
                alt={t(`purpose.${upload.purpose}`)}
                className="aspect-square rounded-field border border-base-300 object-cover text-xs"
              />
            </li>
          ))}
        </ul>
      )}
      {item.state === "failed" && (
        <div role="alert" className="mt-2 space-y-2">
          {item.error && <p className="text-dense text-error">{words(item.error)}</p>}
          <div className="flex flex-wrap gap-2">
            <button
              type="button"
              className="btn btn-error btn-sm"
              onClick={() => onResend(item.clientId)}
            >
              {t("thread.outbox.resend")}
            </button>
            <CopyText text={item.body} />
            <button
              type="button"
              className="btn btn-ghost btn-sm"
              onClick={() => onEdit(item.clientId)}
            >
              {t("thread.outbox.edit")}
            </button>
          </div>
        </div>
      )}
    </MessageFrame>
  );
}
