import type { Request, Response } from "express";
import type { Accounts, AppContext, Language, RequestContext, Theme } from "#app/context.ts";
import type { Settings } from "../settings.ts";
import type { Locals } from "./security.ts";

function readPreference<T extends string>(cookies: string, name: string, choices: readonly T[]): T {
  const given = cookies.match(new RegExp(`(?:^|;\\s*)${name}=([a-z]+)`))?.[1];
  return choices.find((choice) => choice === given) ?? (choices[0] as T);
}

const LANGUAGES: readonly Language[] = ["id", "en"];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** Each loader of a page asks who is there; the sessions table is asked once. */
function askOnce(accounts: Accounts): Accounts {
  const answers = new Map<string | null, ReturnType<Accounts["findActor"]>>();
  return {
    ...accounts,
    findActor(cookies) {
      const answer = answers.get(cookies) ?? accounts.findActor(cookies);
      answers.set(cookies, answer);
      return answer;
    },
  };
}

export function buildRequestContext(
  ctx: AppContext,
  accounts: Accounts,
  settings: Settings,
  request: Request,
  response: Response,
): RequestContext {
  const locals = response.locals as Locals;
  const cookies = request.get("cookie") ?? "";
  return {
    ...ctx,
    accounts: askOnce(accounts),
    secrets: settings.secrets,
    requestId: locals.requestId,
    nonce: locals.nonce,
    address: request.ip ?? "unknown",
    language: readPreference(cookies, "language", LANGUAGES),
    theme: readPreference(cookies, "theme", THEMES),
    csWhatsapp: settings.csWhatsapp,
    origin: settings.origin,
    demoSignIns: settings.demoSignIns,
  };
}
