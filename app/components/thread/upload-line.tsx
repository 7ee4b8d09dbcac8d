import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import ImageIcon from "lucide-react/icons/image";
import RotateCw from "lucide-react/icons/rotate-cw";
import X from "lucide-react/icons/x";
import { useTranslation } from "react-i18next";
import { UNREACHED } from "../../hooks/outbox-state.ts";
import type { UploadItem } from "../../hooks/uploads-state.ts";
import { useFailureWords } from "../../hooks/use-failure-words.ts";

type UploadLineProps = { item: UploadItem; onRetry: () => void; onRemove: () => void };

export function UploadLine({ item, onRetry, onRemove }: UploadLineProps) {
  const { t } = useTranslation();
  const purpose = t(`purpose.${item.purpose}`);
  const name = item.name || purpose;
  return (
    <li className="flex min-w-0 items-center gap-2 rounded-field border border-base-300 bg-base-100 p-1.5 text-dense">
      <Thumb item={item} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{purpose}</p>
        <UploadState item={item} name={name} />
      </div>
      {item.state === "failed" && (
        <button
          type="button"
          className="btn btn-ghost btn-sm btn-square"
          aria-label={t("thread.uploads.retry", { name })}
          title={t("thread.uploads.retryShort")}
          onClick={onRetry}
        >
          <RotateCw aria-hidden="true" className="size-4" />
        </button>
      )}
      <button
        type="button"
        className="btn btn-ghost btn-sm btn-square"
        aria-label={t("thread.uploads.remove", { name })}
        title={t("thread.uploads.remove", { name })}
        onClick={onRemove}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {item.upload && <input type="hidden" name="upload" value={item.upload.id} />}
    </li>
  );
}

function Thumb({ item }: { item: UploadItem }) {
  const { upload } = item;
  if (!upload) {
    return (
      <span className="grid size-11 shrink-0 place-items-center rounded-field bg-base-200 text-muted">
        <ImageIcon aria-hidden="true" className="size-5" />
      </span>
    );
  }
  return (
    <img
      src={upload.thumbUrl}
      alt=""
      width="44"
      height="44"
      className="size-11 shrink-0 rounded-field object-cover"
    />
  );
}

function UploadState({ item, name }: { item: UploadItem; name: string }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  if (item.state === "uploading") {
    const label = t("thread.uploads.progress", { name, progress: item.progress });
    return (
      <progress
        className="progress progress-primary h-1.5 w-full"
        value={item.progress}
        max="100"
        aria-label={label}
      />
    );
  }
  if (item.state === "done") {
    return (
      <p className="flex items-center gap-1 text-success">
        <Check aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="truncate">{t("thread.uploads.done")}</span>
      </p>
    );
  }
  return (
    <p role="alert" className="flex gap-1 text-error">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      {item.error?.code === UNREACHED.code
        ? t("thread.uploads.unreached")
        : item.error && words(item.error)}
    </p>
  );
}
