import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ReportAddress } from "#app/contracts/threads.schema.ts";
import { markUnread } from "#app/domain/threads/mark-unread.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { respondToForm } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    next: "/pickup-problem",
    photos: false,
    work: async (actor) => {
      const { code } = parseAddress(ReportAddress, params);
      return markUnread(context, actor, code);
    },
  });

export default FailedSend;
