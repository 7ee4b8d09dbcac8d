import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { InstructionAddress, MoveInstruction } from "#app/contracts/threads.schema.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { respondToForm } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    photos: false,
    work: async (actor, form) => {
      const { code, id } = parseAddress(InstructionAddress, params);
      return moveInstruction(context, actor, code, id, form.parse(MoveInstruction));
    },
  });

export default FailedSend;
