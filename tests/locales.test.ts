import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { THREAD_EVENTS } from "#app/contracts/realtime.ts";
import drawnEn from "#app/locales/drawn/en.json" with { type: "json" };
import drawnId from "#app/locales/drawn/id.json" with { type: "json" };
import pagesEn from "#app/locales/en.json" with { type: "json" };
import pagesId from "#app/locales/id.json" with { type: "json" };

type Words = { [name: string]: string | Words };

const id = { ...pagesId, drawn: drawnId };
const en = { ...pagesEn, drawn: drawnEn };
const PLURAL = /_(one|other)$/;
const LANGUAGES = { id, en } as Record<string, Words>;

function flatten(words: Words, before = ""): [key: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[before + name, value] as [string, string]]
      : flatten(value, `${before}${name}.`),
  );
}

const keysOf = (words: Words) => new Set(flatten(words).map(([key]) => key.replace(PLURAL, "")));

const sourcesUnder = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );

const matchesIn = (sources: string[], pattern: RegExp) =>
  new Set(
    sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? "")),
  );

/** Codes of refusals: thrown, put beside a field, written into a schema, or listed for pictures. */
function codesOfServer(): string[] {
  const server = sourcesUnder(
    ...["app/domain", "app/http", "app/contracts"],
    ...["server/accounts", "server/http", "server/realtime", "storage"],
  );
  const thrown = matchesIn(
    server,
    /\b(?:invalid|conflict|forbidden|tooLarge|unavailable|unauthenticated|wrong|refuse\("\w+",|problemOf\("\w+",)\s*\(?\s*"([a-z_]+(?:\.[a-z_]+)?)"/g,
  );
  const beside = matchesIn(
    server,
    /(?:\b\w+|\[name\]): "((?:field|picture|evidence|message|promise|upload|resi|filing|category|instruction|settings|courier|province)\.[a-z_]+)"/g,
  );
  const schemas = matchesIn(sourcesUnder("app/contracts"), /"([a-z_]+\.[a-z_]+)"(?=[,)])/g);
  const pictures = matchesIn(sourcesUnder("storage/pictures"), /"(picture\.[a-z_]+)"/g);
  return [...new Set([...thrown, ...beside, ...schemas, ...pictures])].sort();
}

test("both languages have the same words, and none is empty", () => {
  expect([...keysOf(id)].filter((key) => !keysOf(en).has(key))).toEqual([]);
  expect([...keysOf(en)].filter((key) => !keysOf(id).has(key))).toEqual([]);
  for (const words of Object.values(LANGUAGES))
    expect(flatten(words).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("a sentence fills in the same values in both languages", () => {
  const valuesOf = (text: string) => [...new Set(text.match(/{{\w+}}/g))].sort().join();
  const english = new Map(flatten(en));
  const different = flatten(id).filter(
    ([key, text]) => valuesOf(text) !== valuesOf(english.get(key) ?? ""),
  );
  expect(different).toEqual([]);
});

test("every plural has the forms that its language counts in", () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = new Set(flatten(words).map(([key]) => key));
    const counted = [...keys].filter((key) => PLURAL.test(key));
    const missing = counted.flatMap((key) =>
      forms.map((form) => key.replace(PLURAL, `_${form}`)).filter((each) => !keys.has(each)),
    );
    expect(missing).toEqual([]);
  }
});

test("every refusal of the server has a sentence", () => {
  const codes = codesOfServer();
  // Proves that the search finds: one of each kind.
  expect(codes).toEqual(
    expect.arrayContaining([
      "report.closed",
      "filing.one_request",
      "field.required",
      "picture.heic",
      "promise.window_past",
      "unexpected",
    ]),
  );
  const isEvent = (code: string) => (THREAD_EVENTS as readonly string[]).includes(code);
  for (const words of Object.values(LANGUAGES)) {
    const keys = keysOf(words);
    expect(codes.filter((code) => !isEvent(code) && !keys.has(`error.${code}`))).toEqual([]);
  }
});

test("every key that the pages name exists", () => {
  const used = matchesIn(
    sourcesUnder("app/components", "app/hooks", "app/routes"),
    /\bt\(\s*"([\w.]+)"/g,
  );
  const keys = keysOf(id);
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((key) => !keys.has(key))).toEqual([]);
});

test("words that only the server has are said only where the server draws", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const isDrawing = (name: string) => name.startsWith(join("components", "timeline", "drawn", ""));
  const sourceOf = (name: string) => readFileSync(join("app", name), "utf8");
  const saying = files.filter((name) => /\bt\(\s*["`]drawn\./.test(sourceOf(name)));
  const importing = files.filter((name) => /from ".*timeline\/drawn\//.test(sourceOf(name)));
  expect(saying.length).toBeGreaterThan(1);
  expect(saying.filter((name) => !isDrawing(name))).toEqual([]);
  expect(importing).toEqual([join("routes", "pickup-problem.$code.tsx")]);
  expect(sourceOf(importing[0] ?? "")).toContain("drawn/draw-clock.server.tsx");
});
