import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { PhotoView, Viewer } from "../../contracts/views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import Lightbox from "./lightbox.tsx";
import { openable, type ThreadPhoto } from "./shown-picture.ts";

type PhotoLightboxProps = {
  photos: ThreadPhoto[];
  zone: TimeZone;
  viewer: Viewer;
  startKey: string;
  onClose: () => void;
};

const evidenceOf = ({ fullUrl }: PhotoView) => fullUrl.replace(/full$/, "evidence");

/** The lightbox over photos that were sent: whose they are, and for CS what each says of itself. */
export default function PhotoLightbox({ photos, zone, viewer, ...rest }: PhotoLightboxProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const pictures = openable(photos).map(({ photo, name, at }) => ({
    ...{ key: photo.id, file: null, src: photo.fullUrl, placeholder: photo.placeholder },
    title: t(`purpose.${photo.purpose}`),
    by: `${name}, ${time.absolute(at, zone)}`,
    downloadUrl: `${photo.fullUrl}?download=1`,
    evidence: viewer.kind === "support" ? { url: evidenceOf(photo), zone } : null,
  }));
  return <Lightbox pictures={pictures} {...rest} />;
}
