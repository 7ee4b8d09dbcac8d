import { randomUUID } from "node:crypto";
import { CATEGORIES } from "#app/contracts/categories.ts";
import type { Problem } from "#app/contracts/errors.ts";
import type { ReadinessView } from "#app/contracts/views.ts";
import type { Filing } from "#app/domain/reports/describe-filing.server.ts";
import type { FormValues } from "./form-values.server.ts";

const READINESS = ["street", "rt", "rw", "ward", "landmark", "whatsapp"] as const;

export const listOf = (value: string | string[] | undefined): string[] => [value ?? []].flat();

const textOf = (value: string | string[] | undefined) =>
  typeof value === "string" ? value : undefined;

/** The filing form's fields: as sent, else as remembered for the pick-up point, else empty. */
export function filingValues(sent: FormValues, remembered: ReadinessView | null) {
  const readiness = Object.fromEntries(
    READINESS.map((name) => [name, textOf(sent[`readiness.${name}`]) ?? remembered?.[name] ?? ""]),
  ) as ReadinessView;
  return {
    category: CATEGORIES.find((category) => category === sent.category) ?? null,
    body: textOf(sent.body) ?? "",
    readiness,
    clientId: textOf(sent.clientId) ?? randomUUID(),
  };
}

/** A filing that was refused, with everything the seller gave. */
export type FailedFiling = Filing & { values: ReturnType<typeof filingValues>; problem: Problem };
