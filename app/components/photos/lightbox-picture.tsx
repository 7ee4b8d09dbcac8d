import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useObjectUrl } from "../../hooks/photos/use-object-url.ts";
import type { ShownPicture } from "./shown-picture.ts";

type LightboxPictureProps = { picture: ShownPicture; turn: number };
type Progress = "loading" | "shown" | "failed";

/** One photo in full; until it is there, and where it does not come, what it roughly looks like. */
export function LightboxPicture({ picture, turn }: LightboxPictureProps) {
  const { t } = useTranslation();
  const own = useObjectUrl(picture.file);
  const [progress, setProgress] = useState<Progress>("loading");
  const [tries, setTries] = useState(0);
  const src = own ?? (picture.file ? undefined : picture.src);
  return (
    <>
      {progress !== "shown" && picture.placeholder && (
        <img
          src={picture.placeholder}
          alt=""
          data-turn={turn}
          className="col-start-1 row-start-1 size-full blur-md"
        />
      )}
      {src && progress !== "failed" && (
        <img
          key={tries}
          src={src}
          alt={`${picture.title}, ${picture.by}`}
          data-turn={turn}
          draggable={false}
          className="col-start-1 row-start-1"
          onLoad={() => setProgress("shown")}
          onError={() => setProgress("failed")}
        />
      )}
      {progress === "loading" && (
        <span
          role="status"
          aria-label={t("photo.loading")}
          className="loading loading-spinner loading-lg col-start-1 row-start-1"
        />
      )}
      {progress === "failed" && (
        <div role="alert" className="col-start-1 row-start-1 z-10 space-y-2 p-4 text-center">
          <p>{t("photo.notLoaded")}</p>
          <button
            type="button"
            className="btn min-h-11"
            onClick={() => {
              setTries(tries + 1);
              setProgress("loading");
            }}
          >
            {t("action.retry")}
          </button>
        </div>
      )}
    </>
  );
}
