import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { OpenDispute } from "#app/contracts/disputes.schema.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) => actOnThread(args, OpenDispute, openDispute);

export default FailedSend;
