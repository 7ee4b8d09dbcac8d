import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openLog } from "#server/log.ts";
import { openPictureServer } from "#server/serve-pictures.ts";
import { openPicturePool, type PicturePool } from "#storage/pictures/picture-pool.ts";
import { openRemotePictures } from "#storage/pictures/remote-pictures.ts";
import { readPhoto } from "../support/read-photo.ts";

const SECRET = "a-secret-of-the-tests-only";
let pool: PicturePool;
let server: Server;
let url: string;
const opened: PicturePool[] = [];

async function listen(one: Server) {
  one.listen(0, "127.0.0.1");
  await once(one, "listening");
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const patience = { waitMs: 20_000, decodeMs: 20_000 };
  pool = openPicturePool({ children: 1, ...patience, labels: patience });
  server = openPictureServer({ pictures: pool, secret: SECRET, log: openLog("silent") });
  url = await listen(server);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await pool.close();
});

function openRemote(given: { url?: string; secret?: string } = {}) {
  const patience = { normaliseMs: 30_000, labelsMs: 30_000 };
  const remote = openRemotePictures({ url, secret: SECRET, ...patience, ...given });
  opened.push(remote);
  return remote;
}

async function normalise(remote: PicturePool, bytes: Uint8Array) {
  const picture = await remote.receive([bytes]);
  return remote.normalise(picture).finally(picture.discard);
}

it("says of a picture what the children beside it would say", async () => {
  const ours = await normalise(openRemote(), readPhoto());
  expect(ours).toEqual(await normalise(pool, readPhoto()));
  const picture = await pool.receive([readPhoto()]);
  expect(await openRemote().readLabels(picture)).toEqual(await pool.readLabels(picture));
  await picture.discard();
});

it("refuses with the same codes", async () => {
  const broken = readFileSync("tests/storage/fixtures/landscape-1.jpg").subarray(0, 300);
  await expect(normalise(openRemote(), broken)).rejects.toMatchObject({ code: "picture.damaged" });
});

it("that is away, broken or of another house is busy, and reads no label", async () => {
  const nonsense = createServer((_, response) => response.end("{}\nhalf"));
  const places = [
    openRemote({ url: "http://127.0.0.1:9" }),
    openRemote({ url: await listen(nonsense) }),
    openRemote({ secret: "a-secret-of-somebody-else" }),
  ];
  for (const remote of places) {
    await expect(normalise(remote, readPhoto())).rejects.toMatchObject({ code: "picture.busy" });
  }
  const picture = await pool.receive([readPhoto()]);
  expect(await places[0]?.readLabels(picture)).toBe(null);
  await picture.discard();
  nonsense.close();
  nonsense.closeAllConnections();
});

it("tells nothing to whoever lacks the secret, and knows two doors", async () => {
  const ask = (path: string, authorization = "") =>
    fetch(`${url}${path}`, { method: "POST", headers: { authorization }, body: "x" });
  expect((await ask("/normalise")).status).toBe(401);
  expect((await ask("/anything", `Bearer ${SECRET}`)).status).toBe(404);
  expect((await ask("/normalise", `Bearer ${SECRET}`)).status).toBe(422);
});
