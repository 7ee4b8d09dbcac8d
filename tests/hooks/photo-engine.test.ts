import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDevice } from "#app/hooks/device-database.ts";
import { openStore } from "#app/hooks/outbox-store.ts";
import { type PhotoEngine, startPhotos } from "#app/hooks/photos/photo-engine.ts";
import { asOutboxPhoto, type PhotoItem, put } from "#app/hooks/photos/photo-state.ts";
import { buildItem } from "./build-item.ts";
import { buildPhotoItem } from "./build-photo-item.ts";
import { stubBrowser } from "./stub-browser.ts";

vi.mock("#app/hooks/device-database.ts", async () => {
  const { buildDevice } = await import("./build-device.ts");
  const device = buildDevice();
  return { openDevice: async () => device };
});

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.unstubAllGlobals();
});

const chosen = (key: string, userId: string): PhotoItem => ({
  ...buildPhotoItem(key, { userId, file: new File([HEIC], `${key}.heic`) }),
  state: "preparing",
});
const HEIC = new Uint8Array(readFileSync("tests/fixtures/photos/label.heic"));

async function openTab(userId: string) {
  let items: PhotoItem[] = [];
  const show = (now: PhotoItem[]) => {
    items = now;
  };
  const events = {
    onHeld: show,
    onChanged: (item: PhotoItem) => show(put(items, item)),
    onGone: (gone: string) => show(items.filter(({ key }) => key !== gone)),
  };
  const engine = await startPhotos(userId, events, new Set());
  closers.push(engine.close);
  return { engine, states: () => items.map(({ state }) => state) };
}

const heldOf = async (userId: string) =>
  (await openDevice())?.getAllFromIndex("photos", "userId", userId);

describe("a photo that two tabs have before them while it is prepared", () => {
  async function openBoth(userId: string) {
    const gate = Promise.withResolvers<void>();
    const browser = stubBrowser(gate.promise);
    Object.assign(window, { BroadcastChannel });
    const [one, two] = [await openTab(userId), await openTab(userId)];
    const item = chosen("a", userId);
    const added = one.engine.add([item]);
    await expect.poll(two.states).toEqual(["preparing"]);
    await expect.poll(() => browser.openPicture.mock.calls.length).toBeGreaterThan(0);
    return { ...browser, one, two, item, added, openPictures: gate.resolve };
  }

  const takenAway: [string, (engine: PhotoEngine, item: PhotoItem) => Promise<void>][] = [
    ["removed", (engine, item) => engine.remove(item)],
    [
      "sent",
      async (engine, item) => {
        engine.release([item.key]);
        await (await openStore()).put(buildItem("m", { photos: [asOutboxPhoto(item)] }));
      },
    ],
  ];
  it.each(takenAway)("does not come back once it is %s", async (how, takeAway) => {
    const { one, two, item, added, openPictures, sent } = await openBoth(how);
    await takeAway(one.engine, item);
    openPictures();
    await added;
    await expect.poll(two.states).toEqual([]);
    expect(await heldOf(how)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("is converted once, and sent once", async () => {
    const { one, two, added, openPictures, openPicture, sent } = await openBoth("me");
    openPictures();
    await added;
    await expect.poll(() => [one.states(), two.states()]).toEqual([["done"], ["done"]]);
    expect(openPicture).toHaveBeenCalledTimes(1);
    expect(sent).toHaveLength(1);
    expect(await heldOf("me")).toMatchObject([{ key: "a", state: "done" }]);
  });
});
