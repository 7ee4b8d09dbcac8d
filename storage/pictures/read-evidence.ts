import ExifReader from "exifreader";

/** What the camera wrote down: what the phone believed, never a proof. */
export type PictureEvidence = {
  /** Local text without a zone: "2024-05-01T10:11:12". */
  capturedAt: string | null;
  /** "samsung SM-A146P". */
  device: string | null;
  gps: { latitude: number; longitude: number } | null;
};

const nothing: PictureEvidence = { capturedAt: null, device: null, gps: null };
/** JPEG holds no more; a PNG could hold megabytes of made-up entries. */
const maxBytes = 64 * 1024;
const exifDate = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const options = {
  expanded: true as const,
  includeTags: {
    exif: ["Make" as const, "Model" as const, "DateTimeOriginal" as const],
    gps: true as const,
  },
};

/** @param exif the block as the decoder found it; whatever is in there, this answers. */
export function readEvidence(exif: Buffer | undefined): PictureEvidence {
  if (!exif || exif.length > maxBytes) return nothing;
  const block = exif.toString("latin1", 0, 6) === "Exif\0\0" ? exif.subarray(6) : exif;
  try {
    const tags = ExifReader.load(block, options);
    return {
      capturedAt: toLocalText(textOf(tags.exif?.DateTimeOriginal)),
      device: nameDevice(textOf(tags.exif?.Make), textOf(tags.exif?.Model)),
      gps: toPlace(tags.gps?.Latitude, tags.gps?.Longitude),
    };
  } catch {
    // Hostile or merely broken: there is nothing to read, and the picture itself may be fine.
    return nothing;
  }
}

/** One line without control, format or unassigned characters. */
function textOf(tag: { value?: unknown } | undefined): string {
  const value: unknown = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === "string" ? value.replaceAll(/[\p{C}\s]+/gu, " ").trim() : "";
}

function toLocalText(text: string): string | null {
  const match = exifDate.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const parsed = new Date(`${local}Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(local);
  return exists ? local : null;
}

function nameDevice(make: string, model: string): string | null {
  const named = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  return named.trim().slice(0, 80) || null;
}

function toPlace(latitude: unknown, longitude: unknown): PictureEvidence["gps"] {
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  // Without a fix some cameras write zeros, a place in the Atlantic.
  if (latitude === 0 && longitude === 0) return null;
  const exists = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return exists ? { latitude, longitude } : null;
}
