import { afterEach, expect, it, vi } from "vitest";
import { keepIn, takeOverFormer } from "#app/hooks/outbox-store.ts";
import { buildItem } from "./build-item.ts";

afterEach(() => vi.unstubAllGlobals());

const full = async () => {
  throw new Error("QuotaExceededError");
};
const FULL_DEVICE = { list: full, put: full, renew: full, remove: full };

it("keeps in memory, and says so, what the device does not take", async () => {
  for (const store of [keepIn(undefined), keepIn(FULL_DEVICE)]) {
    await store.put(buildItem("b", { order: 2 }));
    await store.put(buildItem("a", { order: 1 }));
    expect((await store.list("me")).map((item) => item.clientId)).toEqual(["a", "b"]);
    expect(await store.renew(buildItem("a", { body: "Lain" }))).toBe(true);
    await store.remove("b");
    expect(await store.list("me")).toMatchObject([{ clientId: "a", body: "Lain" }]);
    expect(store.isLasting()).toBe(false);
  }
});

it("takes over once what an earlier version of the page left, of that person alone", async () => {
  const upload = { id: "u1", purpose: "ready", thumbUrl: "/t/u1" };
  const former = { clientId: "a", kind: "note", body: "Halo", at: "2026-11-23T07:00:00.000Z" };
  const kept: Record<string, string> = {
    "outbox/me/PP-9/a": JSON.stringify({ ...former, uploads: [upload], state: "failed" }),
    "outbox/me/PP-9/x": "no item",
    "outbox/you/PP-9/b": JSON.stringify({ ...former, clientId: "b", uploads: [] }),
  };
  vi.stubGlobal(
    "localStorage",
    new Proxy(kept, {
      get: (_, name) =>
        name === "getItem" ? (key: string) => kept[key] ?? null : (key: string) => delete kept[key],
    }),
  );
  const held = new Map<string, unknown>();
  const memory = keepIn(undefined);
  const device = keepIn({
    ...memory,
    put: async (item) => {
      held.set(item.clientId, item);
      await memory.put(item);
    },
  });
  await takeOverFormer(device, "me");
  expect(await device.list("me")).toMatchObject([
    {
      clientId: "a",
      code: "PP-9",
      kind: "note",
      body: "Halo",
      state: "waiting",
      photos: [{ upload }],
    },
  ]);
  expect(Object.keys(kept)).toEqual(["outbox/me/PP-9/x", "outbox/you/PP-9/b"]);
  expect(held.size).toBe(1);
});
