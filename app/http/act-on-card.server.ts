import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { CardAddress } from "#app/contracts/threads.schema.ts";
import { parseAddress } from "./parse-address.server.ts";
import { respondToForm } from "./respond.server.ts";

type CardVerb<Input> = (
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  input: Input,
) => Promise<unknown>;

/** A form on a card of the thread, which has an address of its own. */
export function actOnCard<Schema extends z.ZodType>(
  { request, params, context }: ActionFunctionArgs,
  schema: Schema,
  verb: CardVerb<z.infer<Schema>>,
): Promise<Response> {
  return respondToForm(request, context, {
    next: `/pickup-problem/${params.code}`,
    photos: true,
    work: async (actor, form) => {
      const { code, id } = parseAddress(CardAddress, params);
      return verb(context, actor, code, id, form.parse(schema));
    },
  });
}
