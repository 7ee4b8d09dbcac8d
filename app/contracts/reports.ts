export const REPORT_STATUSES = ["open", "resolved", "cancelled"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How a report ended. `scan`: a first-mile custody scan arrived. */
export const RESOLUTIONS = ["scan", "seller", "courier", "support", "final"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const REPORT_TABS = ["turn", "waiting", "late", "soon", "all", "done"] as const;
export type ReportTab = (typeof REPORT_TABS)[number];

export const REPORT_SORTS = ["due", "newest", "activity"] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

export const STUCK_TABS = ["all", "late", "soon", "unreported", "support"] as const;
export type StuckTab = (typeof STUCK_TABS)[number];

/** "Segera jatuh tempo": due within this time. */
export const SOON_MS = 4 * 60 * 60 * 1000;

/** Rows on a page of a list. */
export const PAGE_SIZE = 50;

/** Parcels that one filing may hold. */
export const MAX_PARCELS_A_FILING = 50;
/** Photos that one entry may hold. */
export const MAX_PHOTOS_AN_ENTRY = 10;
export const MAX_BODY = 4000;
/** For so long after a resolve the seller may answer "belum selesai". */
export const REOPEN_WINDOW_MS = 72 * 60 * 60 * 1000;
/** For so long after a failed attempt became known here the seller may contest its reason. */
export const DISPUTE_WINDOW_MS = 3 * 24 * 60 * 60 * 1000;

/** How long the author of a message may still edit or delete it. */
export const EDIT_WINDOW_MS = 15 * 60 * 1000;
/** What a message said before is shown with it. */
export const MAX_EDITS = 20;
