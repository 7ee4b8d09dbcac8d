import type { Category } from "./categories.ts";
import type { Side } from "./parties.ts";

export const INSTRUCTION_STATES = ["open", "acknowledged", "done", "declined", "expired"] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

/** What a side says of a promise once its window is over. */
export const PROMISE_WORDS = ["kept", "broken"] as const;
export type PromiseWord = (typeof PROMISE_WORDS)[number];
/** `contested`: the courier says kept, the seller broken; CS decides. */
export type PromiseOutcome = PromiseWord | "contested";
/** Whose word it rests on. `scan`: the courier's custody scan. */
export type OutcomeBy = Side | "scan";

type CatalogueRow = {
  code: string;
  from: Side;
  to: Side;
  categories: readonly Category[];
  /** A courier's promise carries a window and, where known, the courier who comes. */
  promise?: true;
  /** Done only with a photo, or with words or a photo. */
  proof?: "photo" | "any";
  /** What the form proposes as its due time: so many hours from now. */
  dueHours?: number;
};

const all: readonly Category[] = ["belum_pickup", "long_pickup", "gagal_pickup", "scan_issue"];
const notScan: readonly Category[] = ["belum_pickup", "long_pickup", "gagal_pickup"];

/** Typed requests by role and category; their words are in the locale files under `instruction`. */
export const INSTRUCTION_CATALOGUE = [
  {
    code: "PICKUP_NOW",
    from: "seller",
    to: "courier",
    categories: ["belum_pickup", "long_pickup"],
    dueHours: 24,
  },
  {
    code: "RETRY_PICKUP",
    from: "seller",
    to: "courier",
    categories: ["gagal_pickup", "long_pickup"],
    dueHours: 24,
  },
  { code: "UPDATE_ADDRESS", from: "seller", to: "courier", categories: ["gagal_pickup"] },
  { code: "UPDATE_CONTACT", from: "seller", to: "courier", categories: ["gagal_pickup"] },
  {
    code: "PARCEL_READY",
    from: "seller",
    to: "courier",
    categories: ["gagal_pickup", "belum_pickup"],
  },
  { code: "UPDATE_SCAN", from: "seller", to: "courier", categories: ["scan_issue"], dueHours: 24 },
  {
    code: "WILL_DROP_OFF",
    from: "seller",
    to: "courier",
    categories: ["long_pickup", "gagal_pickup"],
  },
  { code: "CANCEL_PICKUP", from: "seller", to: "courier", categories: notScan },
  { code: "SCHEDULED", from: "courier", to: "seller", categories: notScan, promise: true },
  { code: "ON_THE_WAY", from: "courier", to: "seller", categories: notScan, promise: true },
  { code: "NEED_ADDRESS", from: "courier", to: "seller", categories: notScan, dueHours: 24 },
  {
    code: "NEED_READY_PHOTO",
    from: "courier",
    to: "seller",
    categories: notScan,
    proof: "photo",
    dueHours: 24,
  },
  {
    code: "NEED_HANDOVER_PROOF",
    from: "courier",
    to: "seller",
    categories: ["scan_issue"],
    proof: "photo",
    dueHours: 24,
  },
  { code: "NEED_CONTACT", from: "courier", to: "seller", categories: notScan, dueHours: 24 },
  { code: "PICKED_UP", from: "courier", to: "seller", categories: all },
  { code: "SCAN_UPDATED", from: "courier", to: "seller", categories: ["scan_issue"] },
  { code: "INVESTIGATING", from: "courier", to: "seller", categories: ["scan_issue"] },
  { code: "NOT_FOUND", from: "courier", to: "support", categories: ["scan_issue"] },
  {
    code: "PLEASE_DROP_OFF",
    from: "courier",
    to: "seller",
    categories: ["long_pickup", "gagal_pickup"],
    dueHours: 24,
  },
  { code: "OUT_OF_COVERAGE", from: "courier", to: "seller", categories: ["gagal_pickup"] },
  {
    code: "FAILED_AGAIN",
    from: "courier",
    to: "seller",
    categories: ["gagal_pickup", "long_pickup"],
  },
  { code: "AWB_CANCELLED", from: "courier", to: "seller", categories: all },
  { code: "FOLLOW_UP", from: "support", to: "courier", categories: all, dueHours: 4 },
  {
    code: "REQUEST_EVIDENCE",
    from: "support",
    to: "seller",
    categories: all,
    proof: "any",
    dueHours: 24,
  },
] as const satisfies readonly CatalogueRow[];

export type InstructionCode = (typeof INSTRUCTION_CATALOGUE)[number]["code"];
export const INSTRUCTION_CODES = INSTRUCTION_CATALOGUE.map((row) => row.code);

export function instructionsFor(side: Side, category: Category): CatalogueRow[] {
  return INSTRUCTION_CATALOGUE.filter(
    (row) => row.from === side && (row.categories as readonly Category[]).includes(category),
  );
}

export const findInstruction = (
  code: string,
): (CatalogueRow & { code: InstructionCode }) | undefined =>
  INSTRUCTION_CATALOGUE.find((row) => row.code === code);
