import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ChangeStatus } from "#app/contracts/reports.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) => actOnThread(args, ChangeStatus, changeStatus);

export default FailedSend;
