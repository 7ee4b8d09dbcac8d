import { describe, expect, it } from "vitest";
import type { Problem } from "#app/contracts/errors.ts";
import {
  adopt,
  afterAnswer,
  again,
  confirmedIds,
  drop,
  isBehind,
  nextOf,
  type OutboxItem,
  put,
  wake,
} from "#app/hooks/outbox-state.ts";
import { BUSY, LIMITED, SIGNED_OUT, UNREACHED } from "#app/hooks/retry-state.ts";
import { buildEntry } from "./build-entry.ts";
import { buildItem } from "./build-item.ts";

const NOW = Date.UTC(2026, 10, 23, 7);
const fate = { now: NOW, random: 0 };
const problem = (kind: Problem["kind"], code: string): Problem => ({
  ...{ kind, code, params: {}, fields: {} },
});
const cutOff = (item: OutboxItem) => afterAnswer(item, { type: "unreached" }, fate);
const refuse = (item: OutboxItem, kind: Problem["kind"], code: string, waitMs?: number) =>
  afterAnswer(item, { type: "refused", problem: problem(kind, code), waitMs }, fate);

describe("what becomes of a message", () => {
  it("waits and goes by itself where nothing answered, each time more patiently", () => {
    let item = buildItem("a");
    const pauses = Array.from({ length: 8 }, () => {
      item = cutOff(item);
      return (item.notBefore - NOW) / 500;
    });
    expect(item).toMatchObject({ state: "waiting", error: UNREACHED, body: "Isi a" });
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it("spreads those who come back by as much as it waits", () => {
    const late = afterAnswer(buildItem("a"), { type: "unreached" }, { now: NOW, random: 0.999 });
    expect(late.notBefore).toBeGreaterThan(cutOff(buildItem("a")).notBefore + 450);
  });

  it("never comes back before a busy server asked it to", () => {
    for (const [kind, error] of [
      ["unavailable", BUSY],
      ["rate_limited", LIMITED],
    ] as const) {
      const item = refuse(buildItem("a"), kind, "unavailable", 30_000);
      expect(item).toMatchObject({ state: "waiting", error, notBefore: NOW + 30_000 });
      expect(wake(item)).toBe(item);
    }
  });

  it("stops at a refusal, with the reason, until the person asks again", () => {
    const item = refuse(buildItem("a"), "conflict", "report.closed");
    expect(item).toMatchObject({ state: "refused", error: { code: "report.closed" } });
    expect(wake(item)).toBe(item);
    expect(again(item)).toMatchObject({ clientId: "a", state: "waiting", error: null });
  });

  it("waits without end for a session, and goes when there is one", () => {
    const item = refuse(buildItem("a"), "unauthenticated", "session.missing");
    expect(item).toMatchObject({ state: "waiting", error: SIGNED_OUT });
    expect(item.notBefore).toBeGreaterThan(NOW + 1e12);
    expect(wake(item).notBefore).toBe(0);
  });

  it("does not stumble for ever", () => {
    for (const code of ["unexpected", "picture.late"]) {
      let item = buildItem("a");
      for (let times = 0; times < 4; times += 1) item = refuse(item, "unavailable", code);
      expect(item.state).toBe("waiting");
      expect(refuse(item, "unavailable", code)).toMatchObject({
        state: "refused",
        error: { code },
      });
    }
  });
});

describe("the line of one report", () => {
  const first = cutOff(buildItem("a", { order: 1 }));
  const second = buildItem("b", { order: 2 });
  const elsewhere = buildItem("c", { order: 0, code: "PP-2" });

  it("is not overtaken where the first waits for the network", () => {
    expect(nextOf([second, first, elsewhere], "PP-1")).toBe(first);
    expect(isBehind(second, [first, second])).toBe(true);
    expect(isBehind(elsewhere, [first, second, elsewhere])).toBe(false);
  });

  it("goes on behind one that was refused", () => {
    const refused = refuse(first, "conflict", "report.closed");
    expect(nextOf([refused, second], "PP-1")).toBe(second);
    expect(isBehind(second, [refused, second])).toBe(false);
  });

  it("is shown in order whatever comes first", () => {
    const items = [second, elsewhere, first].reduce<OutboxItem[]>(put, []);
    expect(items.map((item) => item.clientId)).toEqual(["c", "a", "b"]);
    expect(put(items, { ...first, body: "Lain" })).toHaveLength(3);
    expect(drop(items, ["a"]).map((item) => item.clientId)).toEqual(["c", "b"]);
  });

  it("takes over what the device holds, beside what is on its way in this tab", () => {
    const moving = { ...first, state: "sending" as const };
    const gone = buildItem("z");
    expect(adopt([moving, gone], [first, second])).toEqual([moving, second]);
  });
});

it("lets go of what the thread shows, also where the acknowledgement was lost", () => {
  const items = [cutOff(buildItem("a")), buildItem("b")];
  const mine = buildEntry({ clientId: "a", author: { side: "seller", name: "R", userId: "me" } });
  expect(confirmedIds(items, [mine], "me")).toEqual(["a"]);
  expect(confirmedIds(items, [mine], "somebody else")).toEqual([]);
});
