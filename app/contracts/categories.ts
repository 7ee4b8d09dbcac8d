/** The four categories; their exact names are in the locale files under `category`. */
export const CATEGORIES = ["belum_pickup", "long_pickup", "gagal_pickup", "scan_issue"] as const;
export type Category = (typeof CATEGORIES)[number];
