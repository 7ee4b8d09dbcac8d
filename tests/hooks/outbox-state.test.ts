import { describe, expect, it } from "vitest";
import {
  confirmedIds,
  dueOnline,
  isOutboxItem,
  type OutboxDraft,
  type OutboxItem,
  outboxReducer,
  UNREACHED,
} from "#app/hooks/outbox-state.ts";
import { buildEntry } from "./build-entry.ts";

const draft = (clientId: string): OutboxDraft => ({
  clientId,
  kind: "message",
  body: `Isi ${clientId}`,
  uploads: [],
  at: "2026-11-23T07:00:00.000Z",
});
const queue = (...ids: string[]) =>
  ids.reduce<OutboxItem[]>(
    (items, id) => outboxReducer(items, { type: "queued", draft: draft(id) }),
    [],
  );
const fail = (items: OutboxItem[], clientId: string, unreached: boolean) =>
  outboxReducer(items, { type: "refused", clientId, error: UNREACHED, unreached });

describe("the outbox", () => {
  it("says sent only after the server acknowledged", () => {
    const [sending] = queue("a");
    expect(sending?.state).toBe("sending");
    const [sent] = outboxReducer(queue("a"), { type: "acknowledged", clientId: "a" });
    expect(sent?.state).toBe("sent");
  });

  it("keeps the words and the id of a failed one, and sends it again under that id", () => {
    const [failed] = fail(queue("a"), "a", true);
    expect(failed).toMatchObject({ state: "failed", body: "Isi a", error: UNREACHED });
    const resent = outboxReducer(fail(queue("a"), "a", true), {
      type: "resent",
      clientId: "a",
      byItself: false,
    });
    expect(resent).toMatchObject([{ clientId: "a", state: "sending", error: null }]);
  });

  it("resends by itself once, and never what the server refused", () => {
    const unreached = fail(queue("a"), "a", true);
    expect(dueOnline(unreached).map((item) => item.clientId)).toEqual(["a"]);
    const again = outboxReducer(unreached, { type: "resent", clientId: "a", byItself: true });
    expect(dueOnline(fail(again, "a", true))).toEqual([]);
    expect(dueOnline(fail(queue("b"), "b", false))).toEqual([]);
  });

  it("offers after a reload what was still on its way", () => {
    const restored = outboxReducer([], { type: "restored", items: queue("a", "b") });
    expect(restored.map((item) => [item.clientId, item.state])).toEqual([
      ["a", "failed"],
      ["b", "failed"],
    ]);
    expect(restored[0]?.error?.code).toBe("outbox.unsent");
    const twice = outboxReducer(restored, { type: "restored", items: queue("a") });
    expect(twice).toHaveLength(2);
  });

  it("lets go of what the thread shows, also where the acknowledgement was lost", () => {
    const items = fail(queue("a", "b"), "a", true);
    const mine = buildEntry({ clientId: "a", author: { side: "seller", name: "R", userId: "me" } });
    expect(confirmedIds(items, [mine], "me")).toEqual(["a"]);
    expect(confirmedIds(items, [mine], "somebody else")).toEqual([]);
    const left = outboxReducer(items, { type: "removed", clientIds: ["a"] });
    expect(left.map((item) => item.clientId)).toEqual(["b"]);
  });

  it("leaves foreign values in the device's storage alone", () => {
    expect(isOutboxItem(queue("a")[0])).toBe(true);
    for (const value of [null, 1, "x", {}, { clientId: 1 }])
      expect(isOutboxItem(value)).toBe(false);
  });
});
