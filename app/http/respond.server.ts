import { json, redirect } from "@remix-run/node";
import type { RequestContext } from "#app/context.ts";
import type { Problem } from "#app/contracts/errors.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { isDomainError, statusOf } from "#app/domain/errors.server.ts";
import type { FormValues } from "./form-values.server.ts";
import { keepPhotosOf } from "./keep-photos-of.server.ts";
import { type ReadForm, readForm } from "./read-form.server.ts";
import { requireActor } from "./require-actor.server.ts";
import { wantsJson } from "./wants-json.server.ts";

/** What a page gets back of a form that failed: what happened, and everything that was typed. */
export type FailedForm = { problem: Problem; values: FormValues };

const problemOf = (kind: Problem["kind"], code: string): Problem => ({
  kind,
  code,
  params: {},
  fields: {},
});

/** Connection refused, lost or not to be had, or too much at once: no bug of the request, and worth another try. */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0|57014|53300|40P01|40001|08)/;
const isDatabaseAway = (error: unknown) => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return (
    AWAY.test(code ?? "") ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message ?? "")
  );
};

/** The answer to anything a verb throws. A bug is logged here, once, and never explained to the outside. */
export function explain(
  context: Pick<RequestContext, "log" | "requestId">,
  error: unknown,
): { problem: Problem; status: number } {
  if (error instanceof Response) throw error;
  if (isDomainError(error)) return { problem: error.problem, status: statusOf(error.problem) };
  context.log.error({ err: error, requestId: context.requestId }, "request failed");
  if (isDatabaseAway(error))
    return { problem: problemOf("unavailable", "unavailable"), status: 503 };
  return { problem: problemOf("unavailable", "unexpected"), status: 500 };
}

export const headersOf = (problem: Problem, status: number): Record<string, string> => {
  if (status === 429) return { "retry-after": String(problem.params.seconds ?? 60) };
  return status === 503 ? { "retry-after": "5" } : {};
};

const refuse = ({ problem, status }: { problem: Problem; status: number }) =>
  json(problem, { status, headers: headersOf(problem, status) });

/** For scripts: the value as JSON, or the problem as JSON. */
export async function respond(
  context: RequestContext,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return refuse(explain(context, error));
  }
}

/** For a page's loader: a refusal becomes the nearest error page. */
export async function load<T>(context: RequestContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refuse(explain(context, error));
  }
}

type FormWork = {
  /** Where a browser without scripts goes on; null: the page is shown again, with what came out. */
  next: string | ((value: unknown) => string | null);
  /** The form may hold photos: they are kept on the way, and take part as `upload` fields. */
  photos: boolean;
  work: (actor: Actor, form: ReadForm) => Promise<unknown>;
  /** What else the page needs to be shown again with the form as it was. */
  again?: (actor: Actor, values: FormValues) => Promise<object>;
};

async function showAgain(context: RequestContext, work: () => Promise<object> | undefined) {
  try {
    return await work();
  } catch (error) {
    return explain(context, error) && {};
  }
}

/** For a form of somebody signed in: a script gets JSON, a browser the next page, and after a refusal its own words back. */
export async function respondToForm(
  request: Request,
  context: RequestContext,
  { next, photos, work, again }: FormWork,
): Promise<Response> {
  let values: FormValues = {};
  let actor: Actor | undefined;
  try {
    const person = await requireActor(request, context);
    actor = person;
    const form = await readForm(request, photos ? keepPhotosOf(context, person) : undefined);
    values = form.values;
    const value = await work(person, form);
    if (wantsJson(request)) return json(value ?? {}, { status: 201 });
    const place = typeof next === "string" ? next : next(value);
    if (place !== null) return redirect(place, 303);
    return json({ problem: null, values, outcome: value, ...(await again?.(person, values)) });
  } catch (error) {
    const refusal = explain(context, error);
    if (wantsJson(request)) return refuse(refusal);
    const failed: FailedForm = { problem: refusal.problem, values };
    const page = await showAgain(context, () => actor && again?.(actor, values));
    const headers = headersOf(refusal.problem, refusal.status);
    return json({ ...failed, ...page }, { status: refusal.status, headers });
  }
}
