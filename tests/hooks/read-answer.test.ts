import { describe, expect, it } from "vitest";
import type { Problem } from "#app/contracts/errors.ts";
import { readAnswer } from "#app/hooks/read-answer.ts";

const problem: Problem = { kind: "conflict", code: "report.closed", params: {}, fields: {} };
const hasId = (value: unknown): value is { id: string } =>
  typeof value === "object" && value !== null && "id" in value;
const read = (status: number, text: string) => readAnswer(status, text, hasId);

describe("an answer", () => {
  it("is given only by a success with the expected body", () => {
    expect(read(201, '{"id":"1"}')).toEqual({ type: "given", value: { id: "1" } });
  });

  it("is a refusal only in the server's own words", () => {
    expect(read(409, JSON.stringify(problem))).toEqual({ type: "refused", problem });
  });

  it.each([
    ["a sign-in page after a redirect", 200, "<!doctype html>"],
    ["a proxy's error page", 502, "<h1>Bad gateway</h1>"],
    ["an empty body", 201, ""],
    ["another JSON", 200, '{"ok":true}'],
    ["a problem under a success", 200, JSON.stringify(problem)],
  ])("never mistakes %s for a success", (_name, status, text) => {
    expect(read(status, text)).toEqual({ type: "unreached" });
  });
});
