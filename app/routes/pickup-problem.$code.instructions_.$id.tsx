import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { MoveInstruction } from "#app/contracts/threads.schema.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { actOnCard } from "#app/http/act-on-card.server.ts";

export const action = (args: ActionFunctionArgs) =>
  actOnCard(args, MoveInstruction, moveInstruction);

export default FailedSend;
