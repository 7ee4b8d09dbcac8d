import type { Category } from "#app/contracts/categories.ts";
import {
  DISPUTE_ANSWERS,
  type DisputeAnswer,
  type DisputeVerdict,
  VERDICTS,
} from "#app/contracts/disputes.ts";
import { findInstruction, type InstructionCode } from "#app/contracts/instructions.ts";
import type { ChangeStatus } from "#app/contracts/reports.schema.ts";
import type { MoveInstruction } from "#app/contracts/threads.schema.ts";
import type { ParcelPhotoKind } from "#storage/pictures/draw-parcel.ts";

/** `mate` and `desk`: the second person of the shop and of the courier; `lead`: CS L2. */
export const ROLES = ["seller", "mate", "courier", "desk", "cs", "lead"] as const;
export type Role = (typeof ROLES)[number];

/** `soon` ends within four hours of the seed, `later` after that; `next` is the next window after it was given. */
export const PROMISES = ["soon", "later", "next"] as const;
export type PromiseWhen = (typeof PROMISES)[number];

export type Script = {
  category: Category;
  /**
   * Where the pick-up deadline lies. open: after now · kept: after the last beat · late: before the filing ·
   * lapsed: at the beat that says so · any: it does not matter.
   */
  clock: "open" | "kept" | "late" | "lapsed" | "any";
  dropOff?: true;
  /** Reports of one filing. */
  parcels?: number;
  /** Reason of the failed attempt that tracking told before the filing. */
  failed?: string;
  /** Working minutes between the hand-over that nobody scanned and the filing. */
  handedOver?: number;
  /** Working minutes from the last beat to now. */
  ago: number;
  /** First line: what the seller filed. Then `+minutes who [what]: text`. */
  thread: string;
};

type Said = { text: string; photo: ParcelPhotoKind | null };

export type Act =
  | ({ kind: "message" | "note"; by: Role } & Said)
  | ({ kind: "instruction"; by: Role; code: InstructionCode; when: PromiseWhen | null } & Said)
  | ({ kind: "dispute"; by: Role } & Said)
  | ({ kind: "answer"; by: Role; said: DisputeAnswer } & Said)
  | { kind: "decide"; by: Role; verdict: DisputeVerdict; text: string }
  | ({ kind: "move"; by: Role; code: InstructionCode; to: MoveInstruction["state"] } & Said)
  | { kind: "status"; by: Role; to: ChangeStatus["to"]; text: string }
  | { kind: "scan"; code: string; text: string }
  | { kind: "deadline" };

/** `each`: in every report of the batch. */
export type Beat = { after: number; each: boolean; act: Act };
export type Opening = { by: Role } & Said;

const LINE = /^\+(\d+) (\w+)(\*?)((?: \w+)*)(?: \[(\w+)\])?(?:: (.+))?$/;
const OPENING = /^(seller|mate)(?: \[(\w+)\])?: (.+)$/;

const isOneOf = <T extends string>(list: readonly T[], word: string | undefined): word is T =>
  (list as readonly string[]).includes(word ?? "");

const PHOTOS = ["ready", "handover", "screenshot"] as const satisfies readonly ParcelPhotoKind[];

function photoOf(word: string | undefined): ParcelPhotoKind | null {
  if (word !== undefined && !isOneOf(PHOTOS, word)) throw new Error(`Nobody draws "${word}"`);
  return word ?? null;
}

const MOVES = {
  acknowledges: "acknowledged",
  done: "done",
  declines: "declined",
  kept: "kept",
  broken: "broken",
} as const;

const STATUSES = ["resolve", "cancel", "reopen"] as const;

function readInstruction(by: Role, words: string[], said: Said): Act | undefined {
  const [first = "", second = ""] = words;
  const named = findInstruction(first);
  if (named) {
    const when = isOneOf(PROMISES, second) ? second : null;
    return { kind: "instruction", by, code: named.code, when, ...said };
  }
  const moved = findInstruction(second);
  if (!moved || !Object.hasOwn(MOVES, first)) return undefined;
  const to = MOVES[first as keyof typeof MOVES];
  return { kind: "move", by, code: moved.code, to, ...said };
}

/** A contested failure: `disputes`, then `stands` or `accepts`, then `decides` and the verdict. */
function readDispute(by: Role, [first = "", verdict]: string[], said: Said): Act | undefined {
  if (first === "disputes") return { kind: "dispute", by, ...said };
  if (isOneOf(DISPUTE_ANSWERS, first)) return { kind: "answer", by, said: first, ...said };
  return first === "decides" && isOneOf(VERDICTS, verdict)
    ? { kind: "decide", by, verdict, text: said.text }
    : undefined;
}

function readAct(who: string, words: string[], said: Said): Act | undefined {
  const [first] = words;
  if (who === "deadline") return { kind: "deadline" };
  if (who === "scan") return { kind: "scan", code: words.join(" "), text: said.text };
  if (!isOneOf(ROLES, who)) return undefined;
  if (first === undefined) return { kind: "message", by: who, ...said };
  if (first === "note") return { kind: "note", by: who, ...said };
  if (isOneOf(STATUSES, first)) return { kind: "status", by: who, to: first, text: said.text };
  return readDispute(who, words, said) ?? readInstruction(who, words, said);
}

function readBeat(line: string): Beat {
  const [, after, who = "", star, rest = "", photo, text = ""] = LINE.exec(line) ?? [];
  const words = rest.split(" ").filter((word) => word !== "");
  const act = readAct(who, words, { text, photo: photoOf(photo) });
  if (!act) throw new Error(`Not a line of a script: ${line}`);
  return { after: Number(after), each: star === "*", act };
}

export function readThread(thread: string): { opening: Opening; beats: Beat[] } {
  const lines = thread
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [, by, photo, text] = OPENING.exec(lines[0] ?? "") ?? [];
  if (!isOneOf(ROLES, by) || !text) throw new Error(`Not an opening: ${lines[0]}`);
  return { opening: { by, text, photo: photoOf(photo) }, beats: lines.slice(1).map(readBeat) };
}
