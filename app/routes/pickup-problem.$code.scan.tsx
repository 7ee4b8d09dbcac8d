import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ReverseScan } from "#app/contracts/tracking.schema.ts";
import { reverseScan } from "#app/domain/tracking/reverse-scan.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) => actOnThread(args, ReverseScan, reverseScan);

export default FailedSend;
