export const SETTINGS_SUBJECTS = ["policy", "calendar", "reply_hours", "code"] as const;
export type SettingsSubject = (typeof SETTINGS_SUBJECTS)[number];

/** What a change of rules was about, in values that the page words. */
export type ChangeSummary = Record<string, string | number | boolean | null>;
