/** Who takes part in a report. `system` writes entries but never holds the ball. */
export const SIDES = ["seller", "courier", "support"] as const;
export type Side = (typeof SIDES)[number];
export type AuthorSide = Side | "system";

/** Who may read an entry: everybody in the report, or one's own side only. */
export type Audience = "everyone" | Side;

export const WAITING_ON = [...SIDES, "nobody"] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

export const ROLES = ["member", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** First or second support layer; null outside support. */
export type SupportLevel = 1 | 2 | null;

/** The signed-in person, as every verb receives it. */
export type Actor = {
  kind: Side;
  userId: string;
  sessionId: string;
  name: string;
  organisationId: string;
  organisationName: string;
  /** Courier code for operators, null for the others. */
  courierId: string | null;
  role: Role;
  level: SupportLevel;
};
