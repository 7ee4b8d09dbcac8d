import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDiskStore } from "#storage/disk-store.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { openAddressSigner } from "#storage/signed-address.ts";
import { serveObjects } from "../storage/serve-objects.ts";
import { settableClock } from "../support/settable-clock.ts";

const clock = settableClock("2026-11-25T03:00:00.000Z");
const inline = { seconds: 300, disposition: "inline" } as const;
const { full } = newPhotoKeys();

let folder: string;
let store: ObjectStore;
let door: Awaited<ReturnType<typeof serveObjects>>;
let address: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "objects-"));
  store = await openDiskStore(
    folder,
    openAddressSigner("a secret of the tests", () => clock.now().getTime()),
  );
  door = await serveObjects(store);
  await store.put(full, Buffer.from("0123456789"));
  address = await store.sign(full, inline);
});
afterAll(async () => {
  await door.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const knock = (path: string, init?: RequestInit) => fetch(door.base + path, init);
const ranged = async (range: string, more: Record<string, string> = {}) => {
  const answer = await knock(address, { headers: { range, ...more } });
  return [answer.status, answer.headers.get("content-range"), await answer.text()];
};

it("sends what cannot become anything but the picture", async () => {
  const { status, headers } = await knock(address);
  expect(status).toBe(200);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("set-cookie")).toBeNull();
});

it("lets a browser keep it for what is left of the address", async () => {
  clock.set("2026-11-25T03:03:20.000Z");
  expect((await knock(address)).headers.get("cache-control")).toBe("private, max-age=100");
  clock.set("2026-11-25T03:00:00.000Z");
});

it("gives one range, the whole for several, and refuses what lies outside", async () => {
  expect(await ranged("bytes=0-0")).toEqual([206, "bytes 0-0/10", "0"]);
  expect(await ranged("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
  expect(await ranged("bytes=-2")).toEqual([206, "bytes 8-9/10", "89"]);
  expect(await ranged("bytes=5-99")).toEqual([206, "bytes 5-9/10", "56789"]);
  expect(await ranged("bytes=0-1,4-5")).toEqual([200, null, "0123456789"]);
  expect(await ranged("lines=0-1")).toEqual([200, null, "0123456789"]);
  expect(await ranged("bytes=10-")).toEqual([416, "bytes */10", ""]);
});

it("goes on with a download of the same state only", async () => {
  const etag = (await knock(address)).headers.get("etag") ?? "";
  expect(await ranged("bytes=5-", { "if-range": etag })).toEqual([206, "bytes 5-9/10", "56789"]);
  expect(await ranged("bytes=5-", { "if-range": '"other"' })).toEqual([200, null, "0123456789"]);
  // Not by fetch, which asks past every cache as soon as it sees this header.
  const asked = get(door.base + address, { headers: { "if-none-match": etag } });
  const [answer] = await once(asked, "response");
  answer.resume();
  expect(answer.statusCode).toBe(304);
});

it("tells its size without its bytes", async () => {
  const answer = await knock(address, { method: "HEAD" });
  expect([answer.status, answer.headers.get("content-length")]).toEqual([200, "10"]);
  expect(await answer.text()).toBe("");
});

it("answers whatever is forged, over, missing or odd in the same bytes", async () => {
  const lost = newPhotoKeys().full;
  clock.set("2026-11-25T02:00:00.000Z");
  const over = await store.sign(full, inline);
  clock.set("2026-11-25T03:00:00.000Z");
  const odd = ["/objects/", "/objects/%00", `/objects/${full}/`, "/objects/%E0"];
  const never = [
    await knock(await store.sign(lost, inline)),
    await knock(over),
    await knock(address.replace(full, lost)),
    await knock(address.replace("signature=", "signature=x")),
    await knock(address, { method: "POST", body: "x" }),
    ...(await Promise.all(odd.map((path) => knock(path)))),
  ];
  const told = await Promise.all(
    never.map(async (answer) => ({
      status: answer.status,
      headers: [...answer.headers].filter(([name]) => name !== "date"),
      body: await answer.text(),
    })),
  );
  expect(told[0]).toMatchObject({ status: 404, body: "Tidak ditemukan.\n" });
  for (const one of told) expect(one).toEqual(told[0]);
});

it("says that it is for a while when the folder is gone, and not that the photo is", async () => {
  await rm(folder, { recursive: true });
  const { status, headers } = await knock(address);
  expect([status, headers.get("retry-after"), headers.get("cache-control")]).toEqual([
    503,
    "5",
    "no-store",
  ]);
});
