export const PHOTO_PURPOSES = ["ready", "handover", "chat", "screenshot", "other"] as const;
export type PhotoPurpose = (typeof PHOTO_PURPOSES)[number];
export const PHOTO_VARIANTS = ["full", "thumb"] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];
/** Bytes of one photo as uploaded. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
/** What would make a photo a better proof. Never a reason to refuse it. */
export const PICTURE_ADVICE = ["too_dark", "too_bright", "blurred", "too_small"] as const;
export type PictureAdvice = (typeof PICTURE_ADVICE)[number];
