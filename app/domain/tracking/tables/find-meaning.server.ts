import type { Meaning } from "#app/contracts/stages.ts";
import type { SourceTime } from "../scan.server.ts";
import { timeKey } from "../source-time.server.ts";
import { type CodeTable, plainCode, plainText } from "./code-table.server.ts";
import { COURIERS_WITH_TEXTS, TABLES } from "./index.server.ts";

/** A meaning that support added while the built-in tables had none. */
export type ExtraMapping = {
  vocabulary: string;
  match: "code" | "text";
  /** Plain code or plain text. */
  value: string;
  meaning: Meaning;
};

type Told = {
  code: string;
  text: string;
  at: SourceTime;
  /** Whose texts the row quotes, where that is known. */
  courier?: string | null;
};

/** No text of a courier is near as long; a sender's novel costs no time. */
const LONGEST = 1000;

/** Withdrawn scans carry the code of what they withdraw, so that their text is asked before it. */
const REVERSAL =
  /\bSCAN PICK[ -]?UP (TELAH )?(DI ?BATALKAN|BATAL|VOID(ED)?)\b|\bPICK[ -]?UP SCAN (IS |WAS |HAS BEEN )?(VOID(ED)?|CANCELL?ED|REVERSED|WITHDRAWN|DI ?BATALKAN)\b|\b(PEMBATALAN|VOID) (SCAN PICK[ -]?UP|PICK[ -]?UP SCAN)\b/i;

/** The version that held at the time of the event; without a time, the newest. */
function findTable(vocabulary: string, at: SourceTime): CodeTable | undefined {
  const versions = Object.hasOwn(TABLES, vocabulary) ? TABLES[vocabulary] : undefined;
  const key = timeKey(at);
  return versions?.findLast(
    ({ validFrom }) => key === null || !validFrom || key >= (timeKey({ local: validFrom }) ?? 0),
  );
}

const readText = (table: CodeTable, text: string): Meaning | undefined =>
  table.codes[plainCode(text)] ?? table.texts.find(({ pattern }) => pattern.test(text))?.meaning;

/** The courier's own texts; of nobody in particular, only what all couriers that know the text agree on. */
function readQuoted(text: string, { courier, at }: Told): Meaning | undefined {
  const asked = courier ? [courier] : COURIERS_WITH_TEXTS;
  const found = new Set<Meaning>();
  for (const vocabulary of asked) {
    const table = findTable(vocabulary, at);
    const meaning = table && readText(table, text);
    if (meaning) found.add(meaning);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function askTable(table: CodeTable, told: Told, text: string): Meaning {
  const code = plainCode(told.code);
  const byCode = table.codes[code] ?? "unknown";
  if (byCode !== "unknown" && !table.textFirst?.includes(code)) return byCode;
  const byText = text
    ? (readText(table, text) ?? (table.quotesCouriers ? readQuoted(text, told) : undefined))
    : undefined;
  return byText ?? byCode;
}

function askExtra(vocabulary: string, told: Told, extra: readonly ExtraMapping[]) {
  const mine = extra.filter((one) => one.vocabulary === vocabulary && one.value !== "");
  if (mine.length === 0) return undefined;
  const [text, code] = [plainText(told.text), plainCode(told.code)];
  return (
    mine.find((one) => one.match === "text" && one.value === text) ??
    mine.find((one) => one.match === "code" && one.value === code)
  )?.meaning;
}

/** What one row means to us. Added mappings are asked only where the tables do not know; nothing is guessed. */
export function findMeaning(
  vocabulary: string,
  told: Told,
  extra: readonly ExtraMapping[] = [],
): Meaning {
  const text = told.text.slice(0, LONGEST).replace(/\s+/g, " ").trim();
  if (REVERSAL.test(text)) return "custody_reversed";
  const table = findTable(vocabulary, told.at);
  const built = table ? askTable(table, told, text) : "unknown";
  return built === "unknown" ? (askExtra(vocabulary, told, extra) ?? "unknown") : built;
}
