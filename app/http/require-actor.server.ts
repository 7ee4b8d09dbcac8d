import { redirect } from "@remix-run/node";
import type { RequestContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { unauthenticated } from "#app/domain/errors.server.ts";
import { wantsJson } from "./wants-json.server.ts";

/** The signed-in person. A page sends everybody else to the sign-in and back; a script is told. */
export async function requireActor(request: Request, context: RequestContext): Promise<Actor> {
  const actor = await context.accounts.findActor(request.headers.get("cookie"));
  if (actor && isMeantFor(request, actor)) return actor;
  if (wantsJson(request)) throw unauthenticated("session.missing");
  const { pathname, search } = new URL(request.url);
  const back =
    request.method === "GET"
      ? pathname + search
      : pathname.replace(/^(\/pickup-problem\/[^/]+).*/, "$1");
  throw redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}

/** What a device kept for one person never goes out under the session of the next. */
const isMeantFor = (request: Request, actor: Actor) =>
  (request.headers.get("x-sent-by") ?? actor.userId) === actor.userId;

/** A path of ours as a header can carry it, and nothing that a browser reads as another host. */
export function safePath(given: string | null | undefined): string {
  if (!given?.startsWith("/") || !URL.canParse(given, "http://self")) return "/";
  const url = new URL(given, "http://self");
  return url.host === "self" ? url.pathname + url.search + url.hash : "/";
}
