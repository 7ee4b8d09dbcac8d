export const PHOTO_PURPOSES = ["ready", "handover", "chat", "screenshot", "other"] as const;
export type PhotoPurpose = (typeof PHOTO_PURPOSES)[number];
export const PHOTO_VARIANTS = ["full", "thumb"] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];
export const PICTURE_ADVICE = ["too_dark", "too_bright", "blurred", "too_small"] as const;
export type PictureAdvice = (typeof PICTURE_ADVICE)[number];
/** What the barcode on the label says, beside the report's resi. */
export type LabelReading = { state: "matches" | "differs" | "unreadable"; read: string | null };
/** `waiting`: kept safely, the photo store cannot be reached just now. */
export type PhotoState = "waiting" | "ready" | "erased";
/** Bytes of one photo as uploaded. */
export const MAX_PHOTO_BYTES = 25 * 1024 * 1024;
