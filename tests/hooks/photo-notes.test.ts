import { describe, expect, it } from "vitest";
import { mayHaveNotes } from "#app/components/photos/may-have-notes.ts";
import { notesOf } from "#app/components/photos/photo-notes.ts";
import { openable, threadPhotos } from "#app/components/photos/shown-picture.ts";
import type { PhotoView, UploadView } from "#app/contracts/views.ts";
import { finish, type PhotoItem, refuse } from "#app/hooks/photos/photo-state.ts";
import { UNREACHED } from "#app/hooks/retry-state.ts";
import { buildEntry } from "./build-entry.ts";
import { buildPhotoItem } from "./build-photo-item.ts";
import { buildUpload } from "./build-upload.ts";

const arrived = (key: string, upload: Partial<UploadView> = {}, item: Partial<PhotoItem> = {}) =>
  finish(buildPhotoItem(key, item), buildUpload(`u-${key}`, upload));
const codesOf = (item: PhotoItem, others: PhotoItem[] = []) => {
  const codes = notesOf(item, [item, ...others]).map(({ code }) => code);
  // Whoever has something to say is asked.
  if (codes.length > 0) expect(mayHaveNotes(item)).toBe(true);
  return codes;
};

describe("advice about a photo", () => {
  it("begins with a resi that differs, and stays short", () => {
    const item = arrived("a", {
      label: { state: "differs", read: "JX123" },
      advice: ["too_dark", "blurred"],
    });
    expect(notesOf(item, [item])).toEqual([
      { code: "differs", read: "JX123" },
      { code: "too_dark" },
    ]);
  });

  it("asks for no barcode in a photo that cannot be made out anyway", () => {
    const label = { state: "unreadable", read: null } as const;
    expect(codesOf(arrived("a", { label }))).toEqual(["unreadable"]);
    expect(codesOf(arrived("a", { label, advice: ["blurred"] }))).toEqual(["blurred"]);
    expect(codesOf(arrived("a", { label: { state: "matches", read: "JX1" } }))).toEqual([]);
  });

  it("says what looks the same only while the other one is there too", () => {
    const twin = arrived("a", { similarTo: "u-b" });
    expect(codesOf(twin, [arrived("b")])).toEqual(["similar"]);
    expect(codesOf(twin)).toEqual([]);
    const blurred = arrived("a", { similarTo: "u-b", advice: ["blurred"] });
    expect(codesOf(blurred, [arrived("b")])).toEqual(["blurred"]);
  });

  it("asks for another angle of a parcel, not of a receipt, and not once there are two", () => {
    const only = arrived("a", {}, { purpose: "ready" });
    expect(codesOf(only)).toEqual(["one_angle"]);
    expect(codesOf(only, [refuse(buildPhotoItem("pdf"), UNREACHED)])).toEqual(["one_angle"]);
    expect(codesOf(only, [buildPhotoItem("b")])).toEqual([]);
    expect(codesOf(arrived("a", {}, { purpose: "handover" }))).toEqual([]);
    const blurred = arrived("a", { advice: ["blurred"] }, { purpose: "ready" });
    expect(codesOf(blurred)).toEqual(["blurred"]);
  });

  it("is silent before the photo is there, and once the person keeps it", () => {
    expect(codesOf(buildPhotoItem("a", { purpose: "ready" }))).toEqual([]);
    expect(codesOf({ ...arrived("a", { advice: ["too_dark"] }), isKept: true })).toEqual([]);
  });
});

describe("the photos of a thread", () => {
  const photo = (id: string, state: PhotoView["state"] = "ready"): PhotoView => ({
    ...{ id, purpose: "ready", width: 4, height: 3, placeholder: null, state },
    ...{ thumbUrl: `/${id}/thumb`, fullUrl: `/${id}/full` },
  });

  it("stand in the order of the thread, each with who sent it; what is erased is not opened, what waits is", () => {
    const entries = [
      { ...buildEntry({ id: "1" }), photos: [photo("a"), photo("b", "waiting")] },
      { ...buildEntry({ id: "2" }), photos: [] },
      { ...buildEntry({ id: "3" }), photos: [photo("c"), photo("d", "erased")] },
    ];
    const ids = (all: ReturnType<typeof threadPhotos>) => all.map((one) => one.photo.id);
    expect(ids(threadPhotos(entries))).toEqual(["a", "b", "c", "d"]);
    expect(ids(openable(threadPhotos(entries)))).toEqual(["a", "b", "c"]);
    expect(threadPhotos(entries)[0]).toMatchObject({
      name: entries[0]?.author.name,
      at: entries[0]?.at,
    });
  });
});
