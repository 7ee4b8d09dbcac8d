import { describe, expect, it } from "vitest";
import { MAX_PHOTOS_AN_ENTRY } from "#app/contracts/reports.ts";
import {
  adoptUpload,
  again,
  asOutboxPhoto,
  choose,
  finish,
  fromOutboxPhoto,
  nextMoment,
  nextOnes,
  type PhotoItem,
  put,
  refuse,
  roomIn,
  settle,
  wake,
} from "#app/hooks/photos/photo-state.ts";
import { BUSY, UNREACHED } from "#app/hooks/retry-state.ts";
import { buildPhotoItem, PLACE } from "./build-photo-item.ts";
import { buildUpload } from "./build-upload.ts";

const keysOf = (items: PhotoItem[]) => items.map(({ key }) => key);

describe("photos that wait", () => {
  it("go two at a time, in the order in which they were chosen", () => {
    const items = [3, 1, 2].map((order) => buildPhotoItem(`p${order}`, { order }));
    expect(keysOf(nextOnes(items, 0, 2))).toEqual(["p1", "p2"]);
    const moving = put(items, { ...buildPhotoItem("p1", { order: 1 }), state: "uploading" });
    expect(keysOf(nextOnes(moving, 0, 2))).toEqual(["p2"]);
    expect(nextOnes(moving, 0, 1)).toEqual([]);
  });

  it("are passed over until their moment comes, and hold nobody up", () => {
    const items = [
      buildPhotoItem("late", { order: 1, notBefore: 500, error: UNREACHED }),
      refuse(buildPhotoItem("refused", { order: 2 }), UNREACHED),
      buildPhotoItem("free", { order: 3 }),
    ];
    expect(keysOf(nextOnes(items, 499, 2))).toEqual(["free"]);
    expect(nextMoment(items, 499)).toBe(500);
    expect(keysOf(nextOnes(items, 500, 2))).toEqual(["late", "free"]);
    expect(nextMoment(items, 500)).toBeUndefined();
  });

  it("wait together while the server asks to be left alone", () => {
    const items = [
      buildPhotoItem("busy", { order: 1, notBefore: 500, error: BUSY }),
      buildPhotoItem("next", { order: 2 }),
    ];
    expect(nextOnes(items, 499, 2)).toEqual([]);
    expect(nextMoment(items, 499)).toBe(500);
    expect(keysOf(nextOnes(items, 500, 2))).toEqual(["busy", "next"]);
  });

  it("go at once when the network is back, but not when the server put them off", () => {
    const cut = buildPhotoItem("a", { notBefore: 9_000, error: UNREACHED });
    const busy = buildPhotoItem("b", { notBefore: 9_000, error: BUSY });
    expect(wake(cut).notBefore).toBe(0);
    expect(wake(busy)).toBe(busy);
  });

  it("begin again after a reload in the middle of the way", () => {
    const moving: PhotoItem = { ...buildPhotoItem("a"), state: "uploading", progress: 60 };
    expect(settle(moving)).toMatchObject({ state: "waiting", progress: 0 });
    const done = finish(moving, buildUpload("u1"));
    expect(settle(done)).toBe(done);
    expect(again(done)).toBe(done);
  });
});

describe("a form's photos", () => {
  it("leave room for as many as an entry takes, and refused ones take none", () => {
    const items = Array.from({ length: MAX_PHOTOS_AN_ENTRY }, (_, n) => buildPhotoItem(`p${n}`));
    expect(roomIn(items)).toBe(0);
    const [first, ...rest] = items;
    expect(roomIn([...(first ? [refuse(first, UNREACHED)] : []), ...rest])).toBe(1);
  });

  it("keep their client id through the outbox and back", () => {
    const file = new File(["x"], "resi.jpg");
    const item = choose(
      { key: "k", name: "resi.jpg", purpose: "ready", file, order: 1 },
      "me",
      PLACE,
    );
    const sent = asOutboxPhoto(item);
    expect(sent).toEqual({
      key: "k",
      name: "resi.jpg",
      purpose: "ready",
      upload: null,
      file,
      isRedrawn: false,
      error: null,
    });
    expect(fromOutboxPhoto(sent, "me", PLACE, 7)).toEqual({ ...item, order: 7 });
    const drawn = asOutboxPhoto({ ...item, isRedrawn: true });
    expect(fromOutboxPhoto(drawn, "me", PLACE, 7).isRedrawn).toBe(true);
    const refused = { ...sent, error: { code: "picture.damaged", params: {} } };
    expect(fromOutboxPhoto(refused, "me", PLACE, 7)).toMatchObject({
      ...{ key: "k", file, state: "refused", error: { code: "picture.damaged" } },
    });
  });

  it("are not sent again once the server holds them", () => {
    const done = adoptUpload(buildUpload("u1"), "me", PLACE, 1);
    expect(done).toMatchObject({ key: "u1", state: "done", file: null });
    expect(nextOnes([done], 0, 2)).toEqual([]);
    const file = new File(["x"], "a.jpg");
    const sent = asOutboxPhoto({ ...done, file });
    const back = fromOutboxPhoto(sent, "me", PLACE, 1);
    expect(back.state).toBe("done");
    expect(back.file).toBe(file);
  });
});
