export const PHOTO_PURPOSES = ["ready", "handover", "chat", "screenshot", "other"] as const;
export type PhotoPurpose = (typeof PHOTO_PURPOSES)[number];
export const PHOTO_VARIANTS = ["full", "thumb"] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];
/** Bytes of one photo as uploaded. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
