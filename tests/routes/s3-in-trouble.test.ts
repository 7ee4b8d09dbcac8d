import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { openS3Store } from "#storage/s3-store.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { type FakeS3, type Mood, startFakeS3 } from "../storage/fake-s3.ts";
import { readPhoto } from "../support/read-photo.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

/** What the goals allow a request to be kept by an S3 that is stuck. */
const MOST_MS = 10_000;

let fake: FakeS3;
let server: TestServer;
let cookie: string;
let code: string;
beforeAll(async () => {
  fake = await startFakeS3("pickups");
  server = await openTestServer({
    clusterUrl: inject("postgresUrl"),
    clock: settableClock(NOW),
    store: await openS3Store({ ...fake.account, endpoint: fake.endpoint }),
  });
  const seller = await buildActor(server, { kind: "seller" });
  cookie = await signIn(server, seller.userId);
  const parcel = await buildParcel(server, { seller: seller.slug });
  code = await buildReport(server, seller, parcel.id);
});
afterAll(async () => {
  await server.close();
  await fake.close();
});
beforeEach(() => fake.be("well"));

async function timed(path: string, body?: FormData | URLSearchParams) {
  const started = performance.now();
  const answer = await fetch(server.origin + path, {
    method: body ? "POST" : "GET",
    redirect: "manual",
    headers: { cookie, origin: server.origin, accept: "application/json" },
    body,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, bytes, ms: performance.now() - started };
}

async function sendPhoto() {
  const form = new FormData();
  form.append("clientId", randomUUID());
  form.append("purpose", "ready");
  form.append("photo", new Blob([readPhoto()], { type: "image/jpeg" }), "foto.jpg");
  const { answer, bytes, ms } = await timed("/uploads", form);
  const upload = JSON.parse(bytes.toString()) as { id: string; state: string };
  return { status: answer.status, upload, ms };
}

const say = (fields: Record<string, string>) =>
  timed(
    `/pickup-problem/${code}/messages`,
    new URLSearchParams({ clientId: randomUUID(), body: "Kurir belum datang", ...fields }),
  );

/** A photo in a report that its store has. */
async function showPhoto() {
  const { upload } = await sendPhoto();
  expect(upload.state).toBe("ready");
  const shown = await say({ upload: upload.id });
  const [photo] = JSON.parse(shown.bytes.toString()).photos;
  return photo as { thumbUrl: string; fullUrl: string };
}

const countReadyWithoutObject = async () => {
  const rows = await server.owner
    .selectFrom("uploads")
    .selectAll()
    .where("state", "=", "ready")
    .execute();
  return rows.filter((row) => !fake.objects.has(row.full_key) || !fake.objects.has(row.thumb_key))
    .length;
};

describe.each<Mood>(["failing", "silent"])("while S3 is %s", (mood) => {
  it("text goes on, a photo is kept and seen, and goes there once S3 is back", async () => {
    fake.be(mood);
    const text = await say({});
    expect([text.answer.status, text.ms < 2_000]).toEqual([201, true]);

    const { status, upload, ms } = await sendPhoto();
    expect([status, upload.state]).toEqual([201, "waiting"]);
    expect(ms).toBeLessThan(MOST_MS);
    const shown = await say({ upload: upload.id });
    expect(shown.answer.status).toBe(201);
    const [photo] = JSON.parse(shown.bytes.toString()).photos;
    for (const path of [photo.thumbUrl, photo.fullUrl]) {
      const seen = await timed(path);
      expect([seen.answer.status, seen.bytes.subarray(0, 2).toString("hex")]).toEqual([
        200,
        "ffd8",
      ]);
      expect(seen.ms).toBeLessThan(2_000);
    }
    expect(await countReadyWithoutObject()).toBe(0);

    fake.be("well");
    await placeHeldObjects(server.ctx);
    expect(await countReadyWithoutObject()).toBe(0);
    expect(await server.owner.selectFrom("held_objects").select("key").execute()).toEqual([]);
    expect((await timed(photo.fullUrl)).answer.status).toBe(302);
  }, 60_000);

  it("an old photo's small picture is refused in time and clearly, its address is given all the same", async () => {
    const photo = await showPhoto();
    fake.be(mood);
    const thumb = await timed(photo.thumbUrl);
    expect([thumb.answer.status, thumb.answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(JSON.parse(thumb.bytes.toString())).toMatchObject({ code: "store.unavailable" });
    expect(thumb.ms).toBeLessThan(MOST_MS);
    const full = await timed(photo.fullUrl);
    expect([full.answer.status, full.ms < 2_000]).toEqual([302, true]);
    expect(full.answer.headers.get("location")).toMatch(fake.endpoint);
  }, 60_000);
});

describe("an S3 that stops in the middle of a picture", () => {
  it("is told as away, and never half shown", async () => {
    const { upload } = await sendPhoto();
    fake.be("half");
    const thumb = await timed(`/uploads/${upload.id}/thumb`);
    expect([thumb.answer.status, thumb.answer.headers.get("cache-control")]).toEqual([
      ...[503, "private, no-store"],
    ]);
    expect(thumb.ms).toBeLessThan(MOST_MS);
  }, 30_000);
});

describe("an S3 that browsers reach by itself", () => {
  it("is where the page may take pictures from, and gives them", async () => {
    const photo = await showPhoto();
    const page = await timed("/pickup-problem");
    const rules = page.answer.headers.get("content-security-policy") ?? "";
    expect(rules).toContain(`img-src 'self' data: blob: ${fake.endpoint}`);
    const { answer } = await timed(photo.fullUrl);
    const given = await fetch(answer.headers.get("location") ?? "");
    expect([given.status, given.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  });

  it("is nowhere that scripts may read, so one's own photo comes from the app", async () => {
    const { upload } = await sendPhoto();
    const own = await timed(`/uploads/${upload.id}/full`);
    expect([own.answer.status, own.bytes.subarray(0, 2).toString("hex")]).toEqual([200, "ffd8"]);
    const page = await timed("/pickup-problem");
    const rules = page.answer.headers.get("content-security-policy") ?? "";
    expect(/connect-src[^;]*/.exec(rules)?.[0]).not.toContain(fake.endpoint);
  });
});
