import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ChangeStatus } from "#app/contracts/reports.schema.ts";
import { ReportAddress } from "#app/contracts/threads.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respondToForm } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    work: async (form) => {
      const actor = await requireActor(request, context);
      const { code } = parseAddress(ReportAddress, params);
      return changeStatus(context, actor, code, form.parse(ChangeStatus));
    },
  });

export default FailedSend;
