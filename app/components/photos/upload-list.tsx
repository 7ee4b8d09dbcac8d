import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import type { Uploads } from "../../hooks/photos/use-uploads.ts";
import { Gallery } from "./gallery.tsx";
import type { ShownPicture } from "./shown-picture.ts";
import { UploadLine } from "./upload-line.tsx";

type UploadListProps = { uploads: Uploads; resi: string | undefined };

/** What was chosen for a form, whatever has become of it. */
export function UploadList({ uploads, resi }: UploadListProps) {
  const { t } = useTranslation();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { items, isLasting } = uploads;
  if (items.length === 0) return null;
  const pictureOf = ({ key, name, purpose, file, upload }: PhotoItem): ShownPicture => ({
    key,
    file,
    src: upload ? `/uploads/${upload.id}/full` : null,
    placeholder: upload?.placeholder ?? null,
    title: t(`purpose.${purpose}`),
    by: name,
    downloadUrl: null,
  });
  return (
    <>
      <ul
        aria-label={t("thread.uploads.list")}
        className="mt-2 grid items-start gap-1.5 sm:grid-cols-2 in-data-composer:max-h-36 in-data-composer:overflow-y-auto @2xl:in-data-composer:max-h-[38dvh]"
      >
        {items.map((item) => (
          <UploadLine
            key={item.key}
            item={item}
            uploads={uploads}
            resi={resi}
            onOpen={() => setOpenKey(item.key)}
          />
        ))}
      </ul>
      {!isLasting && <p className="mt-1 text-dense text-warning">{t("photo.fleeting")}</p>}
      <Gallery
        pictures={() => items.filter(({ state }) => state !== "refused").map(pictureOf)}
        openKey={openKey}
        onClose={() => setOpenKey(null)}
      />
    </>
  );
}
