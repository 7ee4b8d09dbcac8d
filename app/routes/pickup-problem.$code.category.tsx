import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ChangeCategory } from "#app/contracts/reports.schema.ts";
import { changeCategory } from "#app/domain/reports/change-category.server.ts";
import { actOnThread } from "#app/http/act-on-thread.server.ts";

export const action = (args: ActionFunctionArgs) =>
  actOnThread(args, ChangeCategory, changeCategory);

export default FailedSend;
