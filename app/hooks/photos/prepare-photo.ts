import { MAX_PHOTO_BYTES } from "../../contracts/photos.ts";
import type { SendError } from "../retry-state.ts";
import { isLineSlow } from "./slow-line.ts";
import { type FileKind, sniffFile } from "./sniff-file.ts";

/** A photo as it may go. */
export type ReadyPhoto = {
  file: File;
  /** Its pixels were drawn on this device: made smaller, converted, or covered. */
  isRedrawn: boolean;
};

export type Opened =
  | ({ type: "photo" } & ReadyPhoto)
  | { type: "refused"; error: SendError; isPhoto: boolean }
  /** What opens it is not to be had without a network. */
  | { type: "unreached" };

const refused = (code: string, isPhoto = true): Opened => ({
  ...{ type: "refused", error: { code, params: {} }, isPhoto },
});

const REASON: Partial<Record<FileKind, string>> = {
  pdf: "picture.pdf",
  video: "picture.video",
  other: "picture.not_supported",
};

/**
 * A chosen file as a photo that the server takes: by its bytes, not by its name. What is none is
 * refused here, before it costs anybody a minute of uploading.
 */
export async function openPhoto(file: File): Promise<Opened> {
  if (file.size === 0) return refused("picture.empty");
  const kind = await sniffFile(file).catch(() => null);
  if (kind === null) return refused("picture.gone");
  const reason = REASON[kind];
  if (reason) return refused(reason, false);
  if (kind === "heic" || kind === "picture") return convert(file, kind === "heic");
  if (file.size > MAX_PHOTO_BYTES) return refused("picture.too_large");
  return { type: "photo", file, isRedrawn: false };
}

async function convert(file: File, isHeic: boolean): Promise<Opened> {
  const converter = await import("./convert-photo.ts").catch(() => null);
  if (!converter) return { type: "unreached" };
  try {
    const converted = await converter.convertToJpeg(file, isHeic);
    return { type: "photo", file: converted, isRedrawn: true };
  } catch (error) {
    if ((error as Error).name === converter.DECODER_AWAY) return { type: "unreached" };
    return refused(isHeic ? "picture.heic" : "picture.not_supported");
  }
}

/** Below it, making a photo smaller takes longer than it saves. */
const WORTH_BYTES = 1_500_000;

/** What goes over the line: on a slow one a smaller copy of a large photo. */
export async function lighten(file: File): Promise<ReadyPhoto> {
  const asItIs = { file, isRedrawn: false };
  if (file.size <= WORTH_BYTES || !isLineSlow()) return asItIs;
  try {
    const { reducePhoto } = await import("./reduce-photo.ts");
    const reduced = await reducePhoto(file);
    return reduced ? { file: reduced, isRedrawn: true } : asItIs;
  } catch {
    return asItIs;
  }
}
