import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { buildActor } from "../factories/people.ts";
import { readPhoto } from "../support/read-photo.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";

const BOUNDARY = "garis";
const MEGABYTE = 1024 * 1024;

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await openTestServer({
    clusterUrl: inject("postgresUrl"),
    clock: settableClock("2026-11-25T03:00:00.000Z"),
  });
  cookie = await signIn(server, (await buildActor(server, { kind: "seller" })).userId);
});
afterAll(() => server.close());

/** The files that wait for their picture, in every folder that this process made. */
const waitingFiles = () =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith("pickup-pictures-") && name.includes(`-${process.pid}-`))
    .flatMap((name) => readdirSync(join(tmpdir(), name)));

const photoPart = (bytes: Uint8Array, called = "foto.jpg") =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="photo"; filename="${called}"\r\n\r\n`,
    ),
    bytes,
    Buffer.from("\r\n"),
  ]);
const textPart = (name: string, value: string) =>
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
const END = Buffer.from(`--${BOUNDARY}--\r\n`);
const jpegOf = (size: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(size)]);

async function post(
  body: Uint8Array | AsyncIterable<Uint8Array>,
  type = `multipart/form-data; boundary=${BOUNDARY}`,
) {
  const headers = {
    origin: server.origin,
    cookie,
    accept: "application/json",
    "content-type": type,
  };
  const init = { method: "POST", headers, body, duplex: "half" } as unknown as RequestInit;
  const answer = await fetch(`${server.origin}/uploads`, init);
  const { code } = (await answer.json()) as { code?: string };
  return { status: answer.status, code };
}

/** Sends so much of a request and goes. */
async function sendAndGo(body: Buffer, promised: number) {
  const socket = connect(server.port, "localhost");
  await once(socket, "connect");
  const head = [
    "POST /uploads HTTP/1.1",
    `host: localhost:${server.port}`,
    `origin: ${server.origin}`,
    `cookie: ${cookie}`,
    `content-type: multipart/form-data; boundary=${BOUNDARY}`,
    `content-length: ${promised}`,
  ].join("\r\n");
  socket.write(`${head}\r\n\r\n`);
  socket.write(body);
  await expect.poll(waitingFiles).not.toEqual([]);
  socket.destroy();
}

describe("a form with a photo", { timeout: 60_000 }, () => {
  it("is taken, and nothing of it waits any more", async () => {
    expect(await post(Buffer.concat([photoPart(readPhoto()), END]))).toMatchObject({ status: 201 });
    expect(waitingFiles()).toEqual([]);
  });

  it("that is cut off leaves no file", async () => {
    await sendAndGo(photoPart(jpegOf(2 * MEGABYTE)), 20 * MEGABYTE);
    await expect.poll(waitingFiles).toEqual([]);
  });

  it("that comes slowly is taken all the same", async () => {
    const bytes = Buffer.concat([photoPart(readPhoto()), END]);
    async function* slowly() {
      for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
        yield bytes.subarray(at, at + Math.ceil(bytes.length / 40));
        await sleep(20);
      }
    }
    expect(await post(slowly())).toMatchObject({ status: 201 });
  });

  it("of 25 MB that comes slowly, ten times at once, is never in memory", async () => {
    const chunk = Buffer.alloc(64 * 1024);
    async function* slowly() {
      yield photoPart(jpegOf(0)).subarray(0, -2);
      for (let sent = 0; sent < 24 * MEGABYTE; sent += chunk.length) {
        yield chunk;
        if (sent % MEGABYTE === 0) await sleep(50);
      }
      yield Buffer.concat([Buffer.from("\r\n"), END]);
    }
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(slowly())));
    clearInterval(watch);
    const codes = answers.map(({ code }) => code);
    expect(codes).toContain("picture.damaged");
    expect(codes.filter((code) => !/^picture\.(damaged|busy)$/.test(code ?? ""))).toEqual([]);
    expect((peak - before) / MEGABYTE / answers.length).toBeLessThan(32);
    await expect.poll(waitingFiles).toEqual([]);
  });

  it("is answered whatever is wrong with it", async () => {
    const heap = Buffer.alloc(40 * MEGABYTE, "a");
    const cases: [string, number, string, Buffer, string?][] = [
      [
        "too large",
        413,
        "picture.too_large",
        Buffer.concat([photoPart(jpegOf(26 * MEGABYTE)), END]),
      ],
      ["empty", 422, "picture.empty", Buffer.concat([photoPart(Buffer.alloc(0)), END])],
      [
        "foreign",
        422,
        "picture.not_supported",
        Buffer.concat([photoPart(Buffer.from("%PDF-1.7")), END]),
      ],
      ["without an end", 422, "form.invalid", photoPart(readPhoto())],
      ["without a boundary", 422, "form.invalid", photoPart(readPhoto()), "multipart/form-data"],
      [
        "endless header",
        422,
        "form.invalid",
        Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nx: `), heap]),
      ],
      [
        "endless text",
        413,
        "form.too_large",
        Buffer.concat([textPart("message", heap.toString()), END]),
      ],
      [
        "endless parts",
        413,
        "form.too_large",
        Buffer.concat([...Array.from({ length: 300 }, () => textPart("message", "a")), END]),
      ],
      [
        "endless photos",
        422,
        "evidence.too_many",
        Buffer.concat([...Array.from({ length: 12 }, () => photoPart(readPhoto())), END]),
      ],
      ["no form at all", 422, "form.invalid", heap.subarray(0, MEGABYTE)],
    ];
    for (const [name, status, code, body, type] of cases)
      expect({ name, ...(await post(new Uint8Array(body), type)) }).toEqual({ name, status, code });
    expect(waitingFiles()).toEqual([]);
  });

  it("of a stranger is not written down", async () => {
    const own = cookie;
    cookie = `pickup.session_token=${randomUUID()}.x`;
    expect(await post(Buffer.concat([photoPart(readPhoto()), END]))).toMatchObject({ status: 401 });
    cookie = own;
    expect(waitingFiles()).toEqual([]);
  });
});
