import type { ClientActionFunctionArgs } from "@remix-run/react";
import type { Problem } from "../contracts/errors.ts";

const UNREACHED: Problem = { kind: "unavailable", code: "form.unreached", params: {}, fields: {} };

function valuesOf(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).map(String);
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}

/** A client action for forms that come back: where nothing answers, the page stays with all that was typed. */
export async function keepTyped({ request, serverAction }: ClientActionFunctionArgs) {
  const sent = request.clone();
  try {
    return await serverAction();
  } catch (error) {
    // What `fetch` throws where nothing answers.
    if (!(error instanceof TypeError)) throw error;
    return { problem: UNREACHED, values: valuesOf(await sent.formData()) };
  }
}
