import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhotoView } from "../../contracts/views.ts";
import { useOpenPhoto } from "./photo-gallery.tsx";

type PhotoThumbsProps = {
  photos: PhotoView[];
  by: string;
  /** Whole and as wide as their place on a desk, a strip on a phone: where they are what the page is about. */
  isLarge?: boolean;
};

export function PhotoThumbs({ photos, by, isLarge = false }: PhotoThumbsProps) {
  const { t } = useTranslation();
  if (photos.length === 0) return null;
  return (
    <ul
      className={`mt-2 flex gap-2 ${isLarge ? "overflow-x-auto lg:block lg:space-y-3" : "flex-wrap"}`}
    >
      {photos.map((photo, index) => {
        const purpose = t(`purpose.${photo.purpose}`);
        const count = photos.length;
        const alt = t("thread.photo.alt", { purpose, name: by, n: index + 1, count });
        return (
          <li key={photo.id} className={isLarge ? "w-24 shrink-0 lg:w-full" : "w-24"}>
            {photo.state === "erased" ? (
              <Erased photo={photo} alt={alt} />
            ) : (
              <Opened photo={photo} alt={alt} isLarge={isLarge} />
            )}
            {!isLarge && (
              <p className="mt-0.5 line-clamp-2 text-xs text-muted" aria-hidden="true">
                {purpose}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type PhotoProps = { photo: PhotoView; alt: string };

const FRAME =
  "relative block aspect-square overflow-hidden rounded-field border border-base-300 bg-base-200 text-xs";

function Opened({ photo, alt, isLarge }: PhotoProps & { isLarge: boolean }) {
  const { t } = useTranslation();
  const onClick = useOpenPhoto(photo.id);
  const [isBroken, setIsBroken] = useState(false);
  const image = useRef<HTMLImageElement>(null);
  // It may have failed before scripts ran.
  useEffect(() => {
    const { complete, naturalWidth } = image.current ?? {};
    if (complete && naturalWidth === 0) setIsBroken(true);
  }, []);
  return (
    <a
      href={photo.fullUrl}
      target="_blank"
      rel="noopener noreferrer"
      title={t(photo.state === "waiting" ? "photo.stored" : "thread.photo.open")}
      className={`${FRAME} ${isLarge ? "lg:aspect-auto lg:min-h-40" : ""}`}
      onClick={onClick}
    >
      <Placeholder src={photo.placeholder} />
      <img
        ref={image}
        src={photo.thumbUrl}
        width={isLarge ? photo.width : 96}
        height={isLarge ? photo.height : 96}
        loading="lazy"
        decoding="async"
        className={
          isBroken ? "sr-only" : `relative size-full object-cover ${isLarge ? "lg:h-auto" : ""}`
        }
        alt={alt}
        onError={() => setIsBroken(true)}
        onLoad={() => setIsBroken(false)}
      />
      {isBroken && <Caption>{t("photo.notLoaded")}</Caption>}
      {!isBroken && photo.state === "waiting" && <Caption>{t("photo.storedShort")}</Caption>}
    </a>
  );
}

function Erased({ photo, alt }: PhotoProps) {
  const { t } = useTranslation();
  return (
    <div className={FRAME} role="img" aria-label={alt}>
      <Placeholder src={photo.placeholder} />
      <Caption>{t("photo.erased")}</Caption>
    </div>
  );
}

const Placeholder = ({ src }: { src: string | null }) =>
  src && <img src={src} alt="" className="absolute inset-0 size-full object-cover blur-[2px]" />;

const Caption = ({ children }: { children: string }) => (
  <span className="absolute inset-x-0 bottom-0 bg-base-100/90 p-1 leading-tight text-base-content">
    {children}
  </span>
);
