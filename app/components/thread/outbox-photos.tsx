import { useTranslation } from "react-i18next";
import type { OutboxPhoto } from "../../hooks/outbox-state.ts";
import { useObjectUrl } from "../../hooks/photos/use-object-url.ts";
import { useFailureWords } from "../../hooks/use-failure-words.ts";

/** Photos of a message that is not there yet, also those that only this device holds. */
export function OutboxPhotos({ photos }: { photos: OutboxPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {photos.map((photo) => (
        <li key={photo.key} className="w-24">
          <Photo photo={photo} />
        </li>
      ))}
    </ul>
  );
}

function Photo({ photo }: { photo: OutboxPhoto }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const own = useObjectUrl(photo.upload ? null : photo.file);
  const look = "aspect-square w-full rounded-field border object-cover text-xs";
  return (
    <>
      <img
        src={photo.upload?.thumbUrl ?? own}
        width="96"
        height="96"
        alt={t(`purpose.${photo.purpose}`)}
        className={`${look} ${photo.error ? "border-error" : "border-base-300"}`}
      />
      {photo.error && <p className="mt-0.5 text-xs text-error">{words(photo.error)}</p>}
    </>
  );
}
