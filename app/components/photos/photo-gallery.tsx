import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useMemo,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { PhotoView, Viewer } from "../../contracts/views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { Gallery } from "./gallery.tsx";
import { openable, type ThreadPhoto } from "./shown-picture.ts";

const OpenPhoto = createContext<((id: string) => void) | null>(null);

const evidenceOf = ({ fullUrl }: PhotoView) => fullUrl.replace(/full$/, "evidence");

type PhotoGalleryProps = {
  /** Asked for only once one is opened. */
  photos: () => ThreadPhoto[];
  zone: TimeZone;
  viewer: Viewer;
  children: ReactNode;
};

/** Photos below it open over the page, and lead on to its other photos. */
export function PhotoGallery({ photos, zone, viewer, children }: PhotoGalleryProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const pictures = () =>
    openable(photos()).map(({ photo, name, at }) => ({
      ...{ key: photo.id, file: null, src: photo.fullUrl, placeholder: photo.placeholder },
      title: t(`purpose.${photo.purpose}`),
      by: `${name}, ${time.absolute(at, zone)}`,
      downloadUrl: `${photo.fullUrl}?download=1`,
      evidence: viewer.kind === "support" ? { url: evidenceOf(photo), zone } : null,
    }));
  return (
    <OpenPhoto.Provider value={setOpenId}>
      {children}
      <Gallery pictures={pictures} openKey={openId} onClose={() => setOpenId(null)} />
    </OpenPhoto.Provider>
  );
}

/** For a link to a photo: a plain click opens it here, any other as the browser does. */
export function useOpenPhoto(id: string) {
  const open = useContext(OpenPhoto);
  return useMemo(
    () => (event: MouseEvent) => {
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!open || !isPlain) return;
      event.preventDefault();
      open(id);
    },
    [open, id],
  );
}
