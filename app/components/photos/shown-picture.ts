import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, Instant, PhotoView } from "../../contracts/views.ts";

/** A photo as it is looked at in full. */
export type ShownPicture = {
  key: string;
  /** Held by this device. */
  file: File | null;
  src: string | null;
  placeholder: string | null;
  /** What it shows. */
  title: string;
  /** Who it is from, and since when. */
  by: string;
  downloadUrl: string | null;
  /** For CS: where what it says of itself is asked for, and the zone to say it in. */
  evidence?: { url: string; zone: TimeZone } | null;
};

export type ThreadPhoto = { photo: PhotoView; name: string; at: Instant };

/** All photos of a thread in the order they stand in, those of a dispute's answer with their claim. */
export const threadPhotos = (entries: EntryView[]): ThreadPhoto[] =>
  entries.flatMap(({ photos, author, at, dispute }) => [
    ...photos.map((photo) => ({ photo, name: author.name, at })),
    ...(dispute?.answer?.photos ?? []).map((photo) => ({
      ...{ photo, name: dispute?.answer?.name ?? "", at: dispute?.answer?.at ?? at },
    })),
  ]);

/** Those that are not erased. */
export const openable = (photos: ThreadPhoto[]): ThreadPhoto[] =>
  photos.filter(({ photo }) => photo.state !== "erased");
