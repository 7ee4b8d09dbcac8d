/**
 * Why a picture was not taken. `busy` means that the server could not look at it now and `late` that it had no time
 * to finish, so the same file may be sent again; every other code is an answer about the file itself.
 */
export const pictureRefusalCodes = [
  "picture.empty",
  "picture.too_large",
  "picture.too_many_pixels",
  "picture.too_many_scans",
  "picture.heic",
  "picture.not_supported",
  "picture.animated",
  "picture.damaged",
  "picture.timeout",
  "picture.busy",
  "picture.late",
] as const;

export type PictureRefusalCode = (typeof pictureRefusalCodes)[number];

export const isRefusalCode = (code: unknown): code is PictureRefusalCode =>
  (pictureRefusalCodes as readonly unknown[]).includes(code);

/**
 * `isPassing`: the same file may be taken later. `found` names the format that the bytes show, when it is known
 * ("gif", "pdf"), whatever the file was called.
 */
export type PictureRefusal = Error & {
  refusal: true;
  code: PictureRefusalCode;
  isPassing: boolean;
  found?: string;
};

export function refusePicture(
  code: PictureRefusalCode,
  details: { found?: string; cause?: unknown } = {},
): PictureRefusal {
  const { found, cause } = details;
  const error = new Error(found ? `${code} (${found})` : code, { cause });
  const isPassing = code === "picture.busy" || code === "picture.late";
  return Object.assign(error, { refusal: true as const, code, isPassing, found });
}

export function isPictureRefusal(error: unknown): error is PictureRefusal {
  return error instanceof Object && "refusal" in error && error.refusal === true;
}
