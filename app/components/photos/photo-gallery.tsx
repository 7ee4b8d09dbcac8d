import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useMemo,
  useState,
} from "react";
import type { TimeZone } from "../../contracts/services.ts";
import type { Viewer } from "../../contracts/views.ts";
import { useLatePart } from "../../hooks/use-late-part.ts";
import type { ThreadPhoto } from "./shown-picture.ts";

const loadLightbox = () => import("./photo-lightbox.tsx");

const OpenPhoto = createContext<((id: string) => void) | null>(null);

type PhotoGalleryProps = {
  /** Asked for only once one is opened. */
  photos: () => ThreadPhoto[];
  zone: TimeZone;
  viewer: Viewer;
  children: ReactNode;
};

/** Photos below it open over the page, and lead on to its other photos. */
export function PhotoGallery({ photos, children, ...about }: PhotoGalleryProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const Lightbox = useLatePart(loadLightbox, openId !== null);
  return (
    <OpenPhoto.Provider value={setOpenId}>
      {children}
      {Lightbox && openId !== null && (
        <Lightbox {...about} photos={photos()} startKey={openId} onClose={() => setOpenId(null)} />
      )}
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
