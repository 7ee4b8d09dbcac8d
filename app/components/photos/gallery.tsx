import { useLatePart } from "../../hooks/use-late-part.ts";
import type { ShownPicture } from "./shown-picture.ts";

const loadLightbox = () => import("./lightbox.tsx");

type GalleryProps = {
  /** Asked for only once one is opened. */
  pictures: () => ShownPicture[];
  openKey: string | null;
  onClose: () => void;
};

/** The way to the lightbox, whose code comes with the first photo that is opened. */
export function Gallery({ pictures, openKey, onClose }: GalleryProps) {
  const Lightbox = useLatePart(loadLightbox, openKey !== null);
  if (!Lightbox || openKey === null) return null;
  return <Lightbox pictures={pictures()} startKey={openKey} onClose={onClose} />;
}
