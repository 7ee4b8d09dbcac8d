import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DrainDeps, drainReport } from "#app/hooks/drain-outbox.ts";
import type { OutboxItem } from "#app/hooks/outbox-state.ts";
import { keepIn, type OutboxStore } from "#app/hooks/outbox-store.ts";
import { buildEntry } from "./build-entry.ts";
import { buildItem, buildPhoto } from "./build-item.ts";
import { buildUpload } from "./build-upload.ts";

type Fate = "given" | "lostAnswer" | "cut" | "busy" | "refused";
const CLOSED = { kind: "conflict", code: "report.closed", params: {}, fields: {} } as const;
const NO_PHOTO = { ...CLOSED, kind: "invalid", code: "picture.unreadable" } as const;
const BUSY = { ...CLOSED, kind: "unavailable", code: "unavailable" } as const;

/** A device, a clock and a server that keeps each client id once, as ours does. */
async function buildWorld(items: OutboxItem[], fates: Fate[]) {
  const store: OutboxStore = keepIn(undefined);
  for (const item of items) await store.put(item);
  const kept: string[] = [];
  const uploaded: string[] = [];
  const posted: OutboxItem[] = [];
  let now = 0;
  const deps: DrainDeps = {
    store,
    now: () => now,
    random: () => 0.5,
    onChanged: () => {},
    onSent: () => {},
    onGone: () => {},
    upload: async (_item, photo) => {
      const fate = fates.shift() ?? "given";
      if (fate === "refused") return { type: "refused", problem: NO_PHOTO };
      if (fate !== "given") return { type: "unreached" };
      uploaded.push(photo.key);
      const upload = buildUpload(`u-${photo.key}`, { purpose: photo.purpose });
      return { type: "given", value: upload };
    },
    post: async (item) => {
      posted.push(item);
      const fate = fates.shift() ?? "given";
      if (fate === "refused") return { type: "refused", problem: CLOSED };
      if (fate === "busy") return { type: "refused", problem: BUSY, waitMs: 5_000 };
      if (fate === "cut") return { type: "unreached" };
      if (!kept.includes(item.clientId)) kept.push(item.clientId);
      if (fate === "lostAnswer") return { type: "unreached" };
      return { type: "given", value: buildEntry({ clientId: item.clientId }) };
    },
  };
  /** Comes back each time it was told to, until nothing waits. */
  const drainToTheEnd = async () => {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const next = await drainReport(deps, "me", "PP-1");
      if (next === null) return;
      now = Math.max(now, next);
    }
    throw new Error("It never ends");
  };
  return { deps, store, kept, uploaded, posted, drainToTheEnd };
}

const three = () => ["a", "b", "c"].map((id, order) => buildItem(id, { order }));

describe("draining the outbox", () => {
  it("keeps the order and sends once, whatever the network does", async () => {
    const fates = fc.array(fc.constantFrom<Fate>("given", "lostAnswer", "cut", "busy"), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fates, async (given) => {
        const world = await buildWorld(three(), [...given]);
        await world.drainToTheEnd();
        expect(world.kept).toEqual(["a", "b", "c"]);
        expect(await world.store.list("me")).toEqual([]);
      }),
    );
  });

  it("leaves a refused one with its reason, and goes on", async () => {
    const world = await buildWorld(three(), ["refused"]);
    await world.drainToTheEnd();
    expect(world.kept).toEqual(["b", "c"]);
    expect(await world.store.list("me")).toMatchObject([
      { clientId: "a", state: "refused", error: { code: "report.closed" }, body: "Isi a" },
    ]);
  });

  it("uploads photos before the message, and none of them twice", async () => {
    const held = buildUpload("u-0");
    const photos = [buildPhoto("p0", held), buildPhoto("p1"), buildPhoto("p2")];
    const world = await buildWorld([buildItem("a", { photos })], ["given", "cut", "given", "cut"]);
    await world.drainToTheEnd();
    expect(world.uploaded).toEqual(["p1", "p2"]);
    const ids = world.posted.at(-1)?.photos.map(({ upload }) => upload?.id);
    expect(ids).toEqual(["u-0", "u-p1", "u-p2"]);
  });

  it("keeps the words and the other photos where one photo is refused", async () => {
    const photos = [buildPhoto("p1"), buildPhoto("p2")];
    const world = await buildWorld([buildItem("a", { photos })], ["refused", "given"]);
    await world.drainToTheEnd();
    expect(world.kept).toEqual([]);
    const [left] = await world.store.list("me");
    expect(left).toMatchObject({ state: "refused", body: "Isi a" });
    expect(left?.photos).toMatchObject([
      { key: "p1", upload: null, error: { code: "picture.unreadable" } },
      { key: "p2", upload: { id: "u-p2" }, error: null },
    ]);
    expect(left?.photos[0]?.file).toBeInstanceOf(File);
  });

  it("never sees what another person wrote on this device", async () => {
    const world = await buildWorld([buildItem("a", { userId: "somebody else" })], []);
    await world.drainToTheEnd();
    expect(world.posted).toEqual([]);
    expect(await world.store.list("somebody else")).toHaveLength(1);
  });

  it("does not bring back what was taken away while it was sent", async () => {
    const world = await buildWorld([buildItem("a")], []);
    const gone: string[] = [];
    await drainReport(
      {
        ...world.deps,
        post: async (item) => {
          await world.store.remove(item.clientId);
          return { type: "unreached" };
        },
        onGone: (clientId) => gone.push(clientId),
      },
      "me",
      "PP-1",
    );
    expect(gone).toEqual(["a"]);
    expect(await world.store.list("me")).toEqual([]);
  });
});
