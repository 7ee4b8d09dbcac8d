import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "#app/http/require-actor.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  return redirect("/tracking/deliveries");
}
