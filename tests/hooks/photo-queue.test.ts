import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startOutbox } from "#app/hooks/outbox-engine.ts";
import {
  addPhotos,
  openPhotoQueue,
  readPhotos,
  removePhoto,
  replacePhoto,
  retryPhoto,
} from "#app/hooks/photos/photo-queue.ts";
import { OVER_LIMIT, type PhotoItem } from "#app/hooks/photos/photo-state.ts";
import { buildItem, buildPhoto } from "./build-item.ts";
import { PLACE } from "./build-photo-item.ts";
import { JPEG, stubBrowser } from "./stub-browser.ts";

vi.mock("#app/hooks/device-database.ts", async () => {
  const { buildDevice } = await import("./build-device.ts");
  const device = buildDevice();
  return { openDevice: async () => device };
});

const HEIC = new Uint8Array(readFileSync("tests/fixtures/photos/label.heic"));
const jpeg = (name: string) => new File([JPEG], name, { type: "image/jpeg" });
const heic = () => new File([HEIC], "label.heic");
const last = () => readPhotos().items.at(-1) as PhotoItem;

let sent: FormData[];
beforeEach(({ task }) => {
  sent = stubBrowser().sent;
  openPhotoQueue(task.id);
});
afterEach(() => vi.unstubAllGlobals());

describe("that this device drew a photo anew", () => {
  const saidOf = async (nth: number) => {
    await expect.poll(() => sent.length).toBe(nth);
    return sent[nth - 1]?.get("reduced");
  };

  it("is said where it was converted or covered, and only there", async () => {
    addPhotos(PLACE, [jpeg("resi.jpg")], "ready");
    expect(await saidOf(1)).toBeNull();
    replacePhoto(last(), { file: jpeg("resi.jpg"), isRedrawn: true });
    expect(await saidOf(2)).toBe("1");
    replacePhoto(last(), { file: jpeg("lain.jpg"), isRedrawn: false });
    expect(await saidOf(3)).toBeNull();
    addPhotos(PLACE, [heic()], "ready");
    expect(await saidOf(4)).toBe("1");
    await expect.poll(() => last().state).toBe("done");
    expect(last()).toMatchObject({ name: "label.heic", isRedrawn: true });
  });

  it("is said by the outbox too, which gives each back as it went", async ({ task }) => {
    const nothing = () => {};
    const events = { onHeld: nothing, onChanged: nothing, onSent: nothing, onGone: nothing };
    const outbox = await startOutbox(task.id, events);
    const photos = [
      { ...buildPhoto("covered"), file: jpeg("a.jpg"), isRedrawn: true },
      { ...buildPhoto("plain"), file: jpeg("b.jpg") },
      { ...buildPhoto("heic"), file: heic() },
    ];
    const item = buildItem("m", { userId: task.id, photos });
    await outbox.add(item);
    const taken = await outbox.take(item);
    outbox.close();
    expect(taken?.photos).toMatchObject([
      { upload: { id: "u-covered" }, file: { name: "a.jpg" }, isRedrawn: true },
      { upload: { id: "u-plain" }, file: { name: "b.jpg" }, isRedrawn: false },
      { upload: { id: "u-heic" }, file: { name: "label.jpg" }, isRedrawn: true },
    ]);
    expect(sent.map((form) => [form.get("clientId"), form.get("reduced")])).toEqual([
      ["covered", "1"],
      ["plain", null],
      ["heic", "1"],
    ]);
  });
});

it("refuses the one too many again while there is no room, and sends it once there is", async () => {
  const names = Array.from({ length: OVER_LIMIT.params.max as number }, (_, n) => `${n}.jpg`);
  addPhotos(PLACE, [...names, "one too many.jpg"].map(jpeg), "ready");
  await expect.poll(() => sent.length).toBe(names.length);
  retryPhoto(last());
  expect(last()).toMatchObject({ state: "refused", error: OVER_LIMIT });
  removePhoto(readPhotos().items[0] as PhotoItem);
  retryPhoto(last());
  await expect.poll(() => last().state).toBe("done");
  expect(sent).toHaveLength(names.length + 1);
  expect(sent.at(-1)?.get("clientId")).toBe(last().key);
});
