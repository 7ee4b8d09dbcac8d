import { describe, expect, it } from "vitest";
import { keepPhotosIn, type PhotoStore } from "#app/hooks/photos/photo-store.ts";
import { type UploadDeps, uploadItem } from "#app/hooks/photos/upload-item.ts";
import { UNREACHED } from "#app/hooks/retry-state.ts";
import { buildPhotoItem } from "./build-photo-item.ts";
import { buildUpload } from "./build-upload.ts";

const full = async () => {
  throw new Error("QuotaExceededError");
};
const FULL_DEVICE = { list: full, get: full, put: full, renew: full, remove: full };
const moment = () => ({ now: 1_000, random: 0 });
const given = async () => ({ type: "given" as const, value: buildUpload("u1") });

describe("photos on the device", () => {
  it("stay in memory, and it is said, where the device takes none", async () => {
    for (const store of [keepPhotosIn(undefined), keepPhotosIn(FULL_DEVICE)]) {
      await store.put(buildPhotoItem("b", { order: 2 }));
      await store.put(buildPhotoItem("a", { order: 1 }));
      await store.put(buildPhotoItem("c", { userId: "somebody else" }));
      expect((await store.list("me")).map(({ key }) => key)).toEqual(["a", "b"]);
      expect(await store.renew(buildPhotoItem("a", { isKept: true }))).toBe(true);
      expect(await store.get("a")).toMatchObject({ isKept: true });
      await store.remove("a");
      store.release("b");
      expect(await store.list("me")).toEqual([]);
      expect(store.isLasting()).toBe(false);
    }
  });
});

describe("uploading one photo", () => {
  const withPhoto = async (send: UploadDeps["send"], prepare?: (store: PhotoStore) => unknown) => {
    const store = keepPhotosIn(undefined);
    await store.put(buildPhotoItem("a"));
    await prepare?.(store);
    return { store, after: await uploadItem({ store, send, moment }, "a") };
  };

  it("leaves it done on the device", async () => {
    const { store, after } = await withPhoto(given);
    expect(after).toMatchObject({ state: "done", upload: { id: "u1" } });
    expect(await store.get("a")).toEqual(after);
  });

  it("sends nothing of what another tab has uploaded or taken away", async () => {
    const never = () => Promise.reject(new Error("It was sent"));
    const done = { ...buildPhotoItem("a"), state: "done" as const, upload: buildUpload("u0") };
    const { after } = await withPhoto(never, (store) => store.put(done));
    expect(after).toEqual(done);
    expect((await withPhoto(never, (store) => store.remove("a"))).after).toBeUndefined();
  });

  it("does not bring back what was taken away while it was sent", async () => {
    const store = keepPhotosIn(undefined);
    await store.put(buildPhotoItem("a"));
    const send = async () => {
      await store.remove("a");
      return given();
    };
    expect(await uploadItem({ store, send, moment }, "a")).toBeUndefined();
    expect(await store.list("me")).toEqual([]);
  });

  it("waits where nothing answered, and keeps the file as it was made ready", async () => {
    const store = keepPhotosIn(undefined);
    await store.put(buildPhotoItem("a"));
    const ready = new File(["jpeg"], "a.jpg");
    const after = await uploadItem(
      {
        store,
        moment,
        async send(item) {
          await store.renew({ ...item, file: ready });
          return { type: "unreached" };
        },
      },
      "a",
    );
    expect(after).toMatchObject({
      state: "waiting",
      error: UNREACHED,
      attempts: 1,
      notBefore: 1_500,
    });
    expect(after?.file).toBe(ready);
  });
});
