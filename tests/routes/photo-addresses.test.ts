import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { buildUpload, keepStoreAway } from "../factories/uploads.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

let server: TestServer;
let cookies: Record<"seller" | "operator" | "otherSeller", string>;
let photos: string[];
let waiting: string;
let unused: string;
beforeAll(async () => {
  const clock = settableClock(NOW);
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock });
  const seller = await buildActor(server, { kind: "seller" });
  const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
  const otherSeller = await buildActor(server, { kind: "seller" });
  cookies = {
    seller: await signIn(server, seller.userId),
    operator: await signIn(server, operator.userId),
    otherSeller: await signIn(server, otherSeller.userId),
  };
  const parcel = await buildParcel(server, { seller: seller.slug, resi: ["IDE/77.X-2"] });
  const code = await buildReport(server, seller, parcel.id);
  const post = async (upload: string) => {
    const entry = await postMessage(server.ctx, seller, code, message("Ini", { upload: [upload] }));
    return `/pickup-problem/${code}/photos/${entry.photos[0]?.id}/full`;
  };
  const postNew = async () => {
    clock.advance(1_000);
    return post(await buildUpload(server, seller));
  };
  photos = [await postNew(), await postNew()];
  clock.advance(1_000);
  unused = `/uploads/${await buildUpload(server, seller)}/full`;
  keepStoreAway(server.store);
  waiting = await post(await buildUpload(server, seller));
});
afterAll(() => server.close());

const knock = (path: string, cookie?: string) =>
  fetch(server.origin + path, { redirect: "manual", headers: cookie ? { cookie } : {} });
const follow = (answer: Response) =>
  fetch(new URL(answer.headers.get("location") ?? "", server.origin));

describe("a photo in full", () => {
  it("is read at a signed address, by whoever may see the report", async () => {
    for (const cookie of [cookies.seller, cookies.operator]) {
      const sent = await knock(photos[0] as string, cookie);
      expect(sent.status).toBe(302);
      expect(sent.headers.get("cache-control")).toBe("private, max-age=240");
      const given = await follow(sent);
      expect(given.headers.get("content-type")).toBe("image/jpeg");
      expect(given.headers.get("content-disposition")).toBe("inline");
      expect(given.headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect((await given.bytes()).subarray(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    }
  });

  it("is saved under the name of its parcel, one after the other", async () => {
    const names = [];
    for (const photo of photos) {
      const given = await follow(await knock(`${photo}?download=1`, cookies.operator));
      names.push(given.headers.get("content-disposition"));
    }
    expect(names).toEqual([1, 2].map((place) => `attachment; filename=IDE_77.X-2-${place}.jpg`));
  });

  it("is shown small from here, and kept by its reader's browser alone", async () => {
    const given = await knock((photos[0] as string).replace("/full", "/thumb"), cookies.operator);
    expect(given.status).toBe(200);
    expect(given.headers.get("cache-control")).toBe("private, max-age=86400, immutable");
    const page = await knock("/pickup-problem", cookies.operator);
    expect(page.headers.get("cache-control")).toBe("private, no-store");
  });

  it("is sent from here while its bytes wait for their store", async () => {
    const given = await knock(waiting, cookies.operator);
    expect([given.status, given.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await given.bytes()).subarray(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    const saved = await knock(`${waiting}?download=1`, cookies.operator);
    expect([saved.status, saved.headers.get("content-disposition")]).toEqual([
      200,
      "attachment; filename=IDE_77.X-2-3.jpg",
    ]);
  });

  it("does not exist for an outsider, in the bytes of one that is missing", async () => {
    const gone = (photos[0] as string).replace(/[0-9a-f-]{36}/, crypto.randomUUID());
    const answers = [];
    for (const path of [photos[0] as string, gone]) {
      const answer = await knock(`${path}?download=1`, cookies.otherSeller);
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(404);
    expect((await knock(photos[0] as string)).headers.get("location")).toMatch(/^\/sign-in/);
  });

  it("is its uploader's alone before it is in a report", async () => {
    const given = await knock(unused, cookies.seller);
    expect([given.status, given.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await knock(unused, cookies.operator)).status).toBe(404);
  });

  it("needs no session at its address, and gives nothing at a changed one", async () => {
    const location =
      (await knock(photos[0] as string, cookies.seller)).headers.get("location") ?? "";
    expect(location).toMatch(/^\/objects\/photos\//);
    expect((await knock(location)).status).toBe(200);
    expect((await knock(location.replace("full.jpg", "thumb.jpg"))).status).toBe(404);
  });
});
