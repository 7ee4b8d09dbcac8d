import type { Uploads } from "../../hooks/photos/use-uploads.ts";

export type PhotoHint = "busy" | "photoWaiting" | "photoFailed";

/** Why a form with photos does not go yet. */
export function findPhotoHint(all: Uploads[]): PhotoHint | null {
  if (all.some((uploads) => uploads.isHeldUp)) return "photoWaiting";
  if (all.some((uploads) => uploads.isBusy)) return "busy";
  return all.some((uploads) => uploads.hasRefused) ? "photoFailed" : null;
}
