import ImageIcon from "lucide-react/icons/image";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import { useObjectUrl } from "../../hooks/photos/use-object-url.ts";

type UploadThumbProps = { item: PhotoItem; name: string; onOpen: () => void };

/** The server's thumbnail once there is one, since it weighs a hundredth of the file. */
export function UploadThumb({ item, name, onOpen }: UploadThumbProps) {
  const { t } = useTranslation();
  const { upload, file } = item;
  const [isBroken, setIsBroken] = useState(false);
  const isServed = upload?.state === "ready" && !isBroken;
  const own = useObjectUrl(isServed || item.state === "refused" ? null : file);
  const src = isServed ? upload.thumbUrl : own;
  if (!src) {
    return (
      <span className="grid size-11 shrink-0 place-items-center rounded-field bg-base-200 text-muted">
        <ImageIcon aria-hidden="true" className="size-5" />
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-label={t("photo.openThis", { name })}
      className="shrink-0 cursor-zoom-in rounded-field"
      onClick={onOpen}
    >
      <img
        src={src}
        alt=""
        width="44"
        height="44"
        decoding="async"
        className="size-11 rounded-field bg-base-200 object-cover"
        onError={() => setIsBroken(true)}
      />
    </button>
  );
}
