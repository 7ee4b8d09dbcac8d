import type { InstructionState } from "#app/contracts/instructions.ts";
import type { EntryView, InstructionView } from "#app/contracts/views.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 7, minute)).toISOString();

type EntryOptions = Partial<
  Pick<EntryView, "id" | "audience" | "seq" | "rev" | "body" | "clientId" | "author">
> & {
  minute?: number;
  instruction?: { state: InstructionState; minute: number };
};

export function buildEntry(options: EntryOptions): EntryView {
  const { minute, instruction, ...given } = options;
  const seq = given.seq ?? 1;
  return {
    id: `e${seq}`,
    audience: "everyone",
    kind: instruction ? "instruction" : "message",
    author: { side: "seller", name: "Rani", userId: "rani" },
    clientId: null,
    body: "Halo",
    at: at(minute ?? seq),
    photos: [],
    event: null,
    editedAt: null,
    deletedAt: null,
    earlier: [],
    rev: seq,
    ...given,
    seq,
    instruction: instruction ? buildInstruction(instruction.state, at(instruction.minute)) : null,
  };
}

const buildInstruction = (state: InstructionState, stateAt: string): InstructionView => ({
  id: "i1",
  code: "PICKUP_NOW",
  from: "seller",
  to: "courier",
  detail: "",
  dueAt: null,
  state,
  stateAt,
  promise: null,
});
