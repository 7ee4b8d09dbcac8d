import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import { type GivenStore, inline, sha256 } from "./given-store.ts";

const LARGE = 25 * 1024 * 1024;

export function describeKeeping(given: () => GivenStore): void {
  it("gives back the same bytes, size and type", async () => {
    const { full } = newPhotoKeys();
    const bytes = Buffer.alloc(300_000, "parcel");
    await given().store.put(full, bytes);
    expect(await given().read(full)).toEqual({ bytes, size: 300_000, contentType: "image/jpeg" });
  });

  it("writes only the given view of a larger buffer", async () => {
    const { thumb } = newPhotoKeys();
    await given().store.put(thumb, new TextEncoder().encode("secret|label|secret").subarray(7, 12));
    expect((await given().read(thumb)).bytes.toString()).toBe("label");
  });

  it("replaces an object under the same key", async () => {
    const key = `exports/${newPhotoKeys().full}.csv`;
    await given().store.put(key, Buffer.from("old and longer"));
    await given().store.put(key, Buffer.from("new"));
    expect((await given().read(key)).bytes.toString()).toBe("new");
  });

  it("takes 25 MB from a file, and from memory", async () => {
    const { original, full } = newPhotoKeys();
    const { bytes, source } = await given().makeFile(LARGE);
    await given().store.put(original, source);
    await given().store.put(full, bytes);
    const kept = await given().read(original);
    expect(kept).toMatchObject({ size: LARGE, contentType: "application/octet-stream" });
    expect(sha256(kept.bytes)).toBe(sha256(bytes));
    expect(sha256((await given().read(full)).bytes)).toBe(sha256(bytes));
  });

  it("refuses a file of another size, and keeps nothing of it", async () => {
    const { original } = newPhotoKeys();
    const { source } = await given().makeFile(1_000);
    for (const size of [999, 1_001])
      await expect(given().store.put(original, { ...source, size })).rejects.toMatchObject({
        code: "store.unavailable",
      });
    expect(await given().store.head(original)).toBeUndefined();
  });

  it("writes and reads twenty at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { full, original } = newPhotoKeys();
        const { bytes, source } = await given().makeFile(500_000);
        await Promise.all([given().store.put(full, bytes), given().store.put(original, source)]);
        return { bytes, full, original };
      }),
    );
    await Promise.all(
      all.flatMap(({ bytes, full, original }) =>
        [full, original].map(async (key) =>
          expect(sha256((await given().read(key)).bytes)).toBe(sha256(bytes)),
        ),
      ),
    );
  });

  it("gives a reader one whole state while another is written, and the last one afterwards", async () => {
    const { full } = newPhotoKeys();
    const states = Array.from({ length: 4 }, (_, turn) => Buffer.alloc(3_000_000, turn + 1));
    const sums = states.map(sha256);
    await given().store.put(full, states[0] as Buffer);
    for (const state of states.slice(1)) {
      const reading = await given().store.open(full);
      const [bytes] = await Promise.all([buffer(reading.stream), given().store.put(full, state)]);
      expect(sums).toContain(sha256(bytes));
    }
    expect(sha256((await given().read(full)).bytes)).toBe(sums[3]);
  });

  it("gives a part", async () => {
    const key = newPhotoKeys().full;
    await given().store.put(key, Buffer.from("0123456789"));
    const part = async (start: number, end: number) =>
      (await given().read(key, { start, end })).bytes.toString();
    expect(await part(0, 0)).toBe("0");
    expect(await part(3, 5)).toBe("345");
    expect(await part(7, 500)).toBe("789");
    expect((await given().read(key, { start: 3, end: 5 })).size).toBe(3);
    await expect(given().read(key, { start: 10, end: 11 })).rejects.toMatchObject({
      code: "object.bad_range",
    });
  });

  it("knows size, type and time without reading", async () => {
    const { full } = newPhotoKeys();
    await given().store.put(full, Buffer.from("label"));
    const facts = await given().store.head(full);
    expect(facts).toMatchObject({ size: 5, contentType: "image/jpeg" });
    // S3 tells whole seconds, and its clock need not be ours to the second.
    expect(Math.abs(Number(facts?.modifiedAt) - Date.now())).toBeLessThan(5_000);
  });

  it("says that an object is missing, before and after it was there", async () => {
    const { full } = newPhotoKeys();
    const expectMissing = async () => {
      await expect(given().store.open(full)).rejects.toMatchObject({ code: "object.missing" });
      expect(await given().store.head(full)).toBeUndefined();
      expect((await given().fetchSigned(await given().store.sign(full, inline(60)))).status).toBe(
        404,
      );
    };
    await expectMissing();
    await given().store.put(full, Buffer.from("x"));
    await given().store.remove(full);
    await expectMissing();
    await expect(given().store.remove(full)).resolves.toBeUndefined();
  });

  it("does not take a folder for an object", async () => {
    const { full } = newPhotoKeys();
    const above = full.replace("/full.jpg", "");
    await given().store.put(full, Buffer.from("x"));
    await expect(given().store.open(above)).rejects.toMatchObject({ code: "object.missing" });
    expect(await given().store.head(above)).toBeUndefined();
    await given().store.remove(above);
    expect((await given().read(full)).bytes.toString()).toBe("x");
  });

  it.each([
    "",
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a//b",
    "a/.b",
    "A/b",
    "a\\b",
    "a/b\0",
    "a/",
    "a%2fb",
    "a?b",
    "ä",
    "a".repeat(201),
  ])("refuses the key %j everywhere", async (key) => {
    const refused = { code: "object.bad_key" };
    await expect(given().store.put(key, Buffer.from("x"))).rejects.toMatchObject(refused);
    await expect(given().store.open(key)).rejects.toMatchObject(refused);
    await expect(given().store.head(key)).rejects.toMatchObject(refused);
    await expect(given().store.remove(key)).rejects.toMatchObject(refused);
    await expect((async () => given().store.sign(key, inline(60)))()).rejects.toMatchObject(
      refused,
    );
  });

  it("is ready", async () => {
    await expect(given().store.check()).resolves.toBeUndefined();
  });
}
