import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { MoveDispute } from "#app/contracts/disputes.schema.ts";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { actOnCard } from "#app/http/act-on-card.server.ts";

export const action = (args: ActionFunctionArgs) => actOnCard(args, MoveDispute, moveDispute);

export default FailedSend;
