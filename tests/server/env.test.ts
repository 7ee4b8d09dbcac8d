import { readFileSync } from "node:fs";
import { parseEnv as parseDotEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { EnvSchema, parseEnv } from "#server/env.ts";
import { settingsFrom } from "#server/settings.ts";

const example = parseDotEnv(readFileSync(".env.example", "utf8"));
const names = Object.keys(EnvSchema.shape);

describe("the environment", () => {
  it("is listed in .env.example, name by name", () => {
    expect(Object.keys(example).sort()).toEqual([...names].sort());
  });

  it("takes .env.example as it is, and its values are the defaults", () => {
    expect(parseEnv(example)).toEqual(parseEnv({}));
  });

  it("names every wrong variable in one sentence", () => {
    expect(() => parseEnv({ PORT: "many", DATABASE_URL: "mysql://x" })).toThrow(
      /PORT: .*DATABASE_URL: .*\.env\.example/,
    );
    expect(() => parseEnv({ S3_BUCKET: "photos" })).toThrow(/S3_ACCESS_KEY_ID/);
  });

  it("names what a real deployment lacks", () => {
    expect(() => settingsFrom(parseEnv({ ORIGIN: "https://pickup.example" }))).toThrow(
      /DATABASE_URL, APP_SECRET/,
    );
  });
});
