import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { ReportAddress } from "#app/contracts/threads.schema.ts";
import { parseAddress } from "./parse-address.server.ts";
import { respondToForm } from "./respond.server.ts";

type ThreadVerb<Input> = (
  ctx: AppContext,
  actor: Actor,
  code: string,
  input: Input,
) => Promise<unknown>;

/** A form of the thread page: guard, parse, one verb, and back to the thread. */
export function actOnThread<Schema extends z.ZodType>(
  { request, params, context }: ActionFunctionArgs,
  schema: Schema,
  verb: ThreadVerb<z.infer<Schema>>,
): Promise<Response> {
  return respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    photos: true,
    work: async (actor, form) => {
      const { code } = parseAddress(ReportAddress, params);
      return verb(context, actor, code, form.parse(schema));
    },
  });
}
