/** What the server takes, for a form sent before scripts run. */
export const PLAIN_PICTURE = "image/jpeg,image/png,image/webp";

/** What is chosen by script may be turned into one of those first. */
export const ANY_PICTURE = "image/*,.heic,.heif";
