import EyeOff from "lucide-react/icons/eye-off";
import RotateCw from "lucide-react/icons/rotate-cw";
import X from "lucide-react/icons/x";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import type { Uploads } from "../../hooks/photos/use-uploads.ts";
import { useLatePart } from "../../hooks/use-late-part.ts";
import { mayHaveNotes } from "./may-have-notes.ts";
import { UploadRefusal, UploadState } from "./upload-state.tsx";
import { UploadThumb } from "./upload-thumb.tsx";

type UploadLineProps = {
  item: PhotoItem;
  uploads: Uploads;
  resi: string | undefined;
  onOpen: () => void;
};

const loadAdvice = () => import("./photo-advice.tsx");
const loadCover = () => import("./cover-dialog.tsx");
const BUTTON = "btn btn-ghost btn-sm btn-square pointer-coarse:size-11";

export function UploadLine({ item, uploads, resi, onOpen }: UploadLineProps) {
  const { t } = useTranslation();
  const purpose = t(`purpose.${item.purpose}`);
  const name = item.name || purpose;
  const isRefused = item.state === "refused";
  const Advice = useLatePart(loadAdvice, mayHaveNotes(item));
  return (
    <li className="min-w-0 rounded-field border border-base-300 bg-base-100 text-dense">
      <div className="flex items-center gap-2 p-1.5">
        <UploadThumb item={item} name={name} onOpen={onOpen} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{isRefused ? name : purpose}</p>
          {!isRefused && <UploadState item={item} name={name} />}
        </div>
        {isRefused && item.file && (
          <button
            type="button"
            className={BUTTON}
            aria-label={t("thread.uploads.retry", { name })}
            title={t("thread.uploads.retryShort")}
            onClick={() => uploads.retry(item)}
          >
            <RotateCw aria-hidden="true" className="size-4" />
          </button>
        )}
        {!isRefused && item.state !== "preparing" && (
          <CoverButton item={item} name={name} uploads={uploads} />
        )}
        <button
          type="button"
          className={BUTTON}
          aria-label={t("thread.uploads.remove", { name })}
          title={t("thread.uploads.remove", { name })}
          onClick={() => uploads.remove(item)}
        >
          <X aria-hidden="true" className="size-4" />
        </button>
        {item.upload && <input type="hidden" name="upload" value={item.upload.id} />}
      </div>
      {isRefused && (
        <div className="px-2 pb-2">
          <UploadRefusal error={item.error} />
        </div>
      )}
      {Advice && (
        <Advice
          item={item}
          items={uploads.items}
          name={name}
          resi={resi}
          onReplace={(file) => uploads.replace(item, file)}
          onKeep={() => uploads.keep(item)}
        />
      )}
    </li>
  );
}

type CoverButtonProps = { item: PhotoItem; name: string; uploads: Uploads };

function CoverButton({ item, name, uploads }: CoverButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const CoverDialog = useLatePart(loadCover, isOpen);
  return (
    <>
      <button
        type="button"
        aria-label={t("photo.coverThis", { name })}
        title={t("photo.cover")}
        className={BUTTON}
        onClick={() => setIsOpen(true)}
      >
        <EyeOff aria-hidden="true" className="size-4" />
      </button>
      {CoverDialog && (
        <CoverDialog
          item={item}
          onCovered={(file) => uploads.cover(item, file)}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
