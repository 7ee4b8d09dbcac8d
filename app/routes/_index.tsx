import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "#app/http/require-actor.server.ts";

/** Everybody's first page is where their work is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return redirect(actor.kind === "support" ? "/stuck" : "/pickup-problem");
}
