import type { ActionFunctionArgs } from "@remix-run/node";
import { FailedSend } from "#app/components/thread/failed-send.tsx";
import { ChangeEntry, EntryAddress } from "#app/contracts/threads.schema.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { parseAddress } from "#app/http/parse-address.server.ts";
import { respondToForm } from "#app/http/respond.server.ts";

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    photos: false,
    work: async (actor, form) => {
      const { code, id } = parseAddress(EntryAddress, params);
      return changeEntry(context, actor, code, id, form.parse(ChangeEntry));
    },
  });

export default FailedSend;
