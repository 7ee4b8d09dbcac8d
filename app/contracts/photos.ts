export const PHOTO_PURPOSES = ["ready", "handover", "chat", "screenshot", "other"] as const;
export type PhotoPurpose = (typeof PHOTO_PURPOSES)[number];
export const PHOTO_VARIANTS = ["full", "thumb"] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];
/** Bytes of one photo as uploaded. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;

/** `waiting`: kept safely, while the place where photos are kept cannot be reached. */
export const PHOTO_STATES = ["waiting", "ready", "erased"] as const;
export type PhotoState = (typeof PHOTO_STATES)[number];

/** What a better photo would have; never a reason to refuse one. */
export const PICTURE_ADVICE = ["too_dark", "too_bright", "blurred", "too_small"] as const;
export type PictureAdvice = (typeof PICTURE_ADVICE)[number];

/** What the barcodes in a photo say about the resi it is for. */
export type LabelReading = { state: "matches" | "differs" | "unreadable"; read: string | null };
