import { useTranslation } from "react-i18next";
import type { PhotoView } from "../../contracts/views.ts";

type PhotoThumbsProps = { photos: PhotoView[]; by: string };

export function PhotoThumbs({ photos, by }: PhotoThumbsProps) {
  const { t } = useTranslation();
  if (photos.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {photos.map((photo, index) => (
        <li key={photo.id} className="w-24">
          <a
            href={photo.fullUrl}
            target="_blank"
            rel="noopener noreferrer"
            title={t("thread.photo.open")}
            className="block overflow-hidden rounded-field border border-base-300 bg-base-200"
          >
            <img
              src={photo.thumbUrl}
              width="96"
              height="96"
              loading="lazy"
              decoding="async"
              className="aspect-square w-full object-cover text-xs"
              alt={t("thread.photo.alt", {
                purpose: t(`purpose.${photo.purpose}`),
                name: by,
                n: index + 1,
                count: photos.length,
              })}
            />
          </a>
          <p className="mt-0.5 line-clamp-2 text-xs text-muted" aria-hidden="true">
            {t(`purpose.${photo.purpose}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
