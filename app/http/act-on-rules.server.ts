import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { afterChange } from "./done.server.ts";
import { respondToForm } from "./respond.server.ts";

type Change<Schema extends z.ZodType> = {
  schema: Schema;
  verb: (ctx: AppContext, actor: Actor, input: z.infer<Schema>) => Promise<unknown>;
};

/** The two forms of a page of rules: one that names a rule takes it back, the other makes one. */
export function actOnRules<Added extends z.ZodType, Removed extends z.ZodType>(
  { request, context }: ActionFunctionArgs,
  page: string,
  { add, remove }: { add: Change<Added>; remove: Change<Removed> },
): Promise<Response> {
  let done: "added" | "withdrawn" = "added";
  return respondToForm(request, context, {
    photos: false,
    work: (actor, form) => {
      if (form.values.id === undefined) return add.verb(context, actor, form.parse(add.schema));
      done = "withdrawn";
      return remove.verb(context, actor, form.parse(remove.schema));
    },
    next: (value) => afterChange(page, done)(value),
  });
}
