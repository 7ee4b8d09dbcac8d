import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Preferences } from "#app/contracts/people.schema.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { safePath } from "#app/http/require-actor.server.ts";
import { respond } from "#app/http/respond.server.ts";

const YEAR = 60 * 60 * 24 * 365;

/** Language and theme live in cookies, so that they hold before anybody signs in. */
export const action = ({ request, context }: ActionFunctionArgs) =>
  respond(context, async () => {
    const { next, ...chosen } = (await readForm(request)).parse(Preferences);
    const secure = context.origin.startsWith("https:") ? "; Secure" : "";
    const headers = new Headers();
    for (const [name, value] of Object.entries(chosen)) {
      if (value)
        headers.append(
          "set-cookie",
          `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`,
        );
    }
    return redirect(safePath(next), { headers });
  });
