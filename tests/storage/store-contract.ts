import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import type { ObjectStore } from "#storage/object-store.ts";

/** What every object store promises, whatever it is made of. */
export function describeStore(name: string, openStore: () => Promise<ObjectStore>): void {
  describe(`${name} keeps objects`, () => {
    let store: ObjectStore;
    beforeAll(async () => {
      store = await openStore();
    });
    afterAll(() => store.close());

    async function read(key: string) {
      const { stream, ...about } = await store.open(key);
      return { ...about, bytes: await buffer(stream) };
    }

    it("gives back the same bytes, size and type", async () => {
      const { full } = newPhotoKeys();
      const bytes = Buffer.alloc(300_000, "parcel");
      await store.put(full, bytes);
      expect(await read(full)).toEqual({ bytes, size: 300_000, contentType: "image/jpeg" });
    });

    it("writes only the given view of a larger buffer", async () => {
      const { thumb } = newPhotoKeys();
      await store.put(thumb, new TextEncoder().encode("secret|label|secret").subarray(7, 12));
      expect((await read(thumb)).bytes.toString()).toBe("label");
    });

    it("replaces an object under the same key", async () => {
      const key = `exports/${newPhotoKeys().full}.csv`;
      await store.put(key, Buffer.from("old and longer"));
      await store.put(key, Buffer.from("new"));
      expect((await read(key)).bytes.toString()).toBe("new");
    });

    it("says that an object is missing, before and after it was there", async () => {
      const { full } = newPhotoKeys();
      await expect(store.open(full)).rejects.toMatchObject({ code: "object.missing" });
      await store.put(full, Buffer.from("x"));
      await store.remove(full);
      await expect(store.open(full)).rejects.toMatchObject({ code: "object.missing" });
      await expect(store.remove(full)).resolves.toBeUndefined();
    });

    it("does not take a folder for an object", async () => {
      await store.put("photos/aa/only/full.jpg", Buffer.from("x"));
      await expect(store.open("photos/aa/only")).rejects.toMatchObject({ code: "object.missing" });
    });

    it.each(["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.b", "A/b", "a\\b", "a/b\0", "a/"])(
      "refuses the key %j everywhere",
      async (key) => {
        const refused = { code: "object.bad_key" };
        await expect(store.put(key, Buffer.from("x"))).rejects.toMatchObject(refused);
        await expect(store.open(key)).rejects.toMatchObject(refused);
        await expect(store.remove(key)).rejects.toMatchObject(refused);
      },
    );

    it("is ready", async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}
