import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { IssueInstruction, ReportAddress } from "#app/contracts/threads.schema.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { keepPhotosOf } from "#app/http/keep-photos-of.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { requireActor } from "#app/http/require-actor.server.ts";
import { respondToForm } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    keepPhoto: keepPhotosOf(request, context),
    work: async (form) => {
      const actor = await requireActor(request, context);
      const { code } = parseAddress(ReportAddress, params);
      return issueInstruction(context, actor, code, form.parse(IssueInstruction));
    },
  });

export default FailedSend;
