import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ShareProof } from "#app/contracts/proofs.schema.ts";
import { CLIENT_EVENTS } from "#app/contracts/realtime.ts";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildDispute } from "../factories/disputes.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";
import { DOORS } from "./authorization-table.ts";
import { type Door, type Scene, TRIERS, type Trier } from "./door.ts";

let server: TestServer;
let scene: Scene;
const cookies: Partial<Record<Trier, string>> = {};
const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;

async function buildProof(seller: Awaited<ReturnType<typeof buildActor>>) {
  const parcel = await buildParcel(server, { seller: seller.slug });
  const upload = [await buildUpload(server, seller, { purpose: "handover" })];
  const input = ShareProof.parse({ clientId: crypto.randomUUID(), list: parcel.resi, upload });
  const { id } = await shareProof(server.ctx, seller, input);
  const { links } = await openProof(server.ctx, seller, id);
  return { proofId: id, proofCode: links[0]?.code ?? "" };
}

async function buildScene(): Promise<Scene> {
  const seller = await buildActor(server, { kind: "seller" });
  const people = {
    seller,
    otherSeller: await buildActor(server, { kind: "seller" }),
    operator: await buildActor(server, { kind: "courier", courierId: "idx" }),
    otherOperator: await buildActor(server, { kind: "courier", courierId: "jne" }),
    l1: await buildActor(server, { kind: "support", level: 1 }),
    l2: await buildActor(server, { kind: "support", level: 2 }),
    admin: await buildActor(server, { kind: "support", level: 2, role: "admin" }),
  };
  for (const [trier, person] of Object.entries(people))
    cookies[trier as Trier] = await signIn(server, person.userId);
  const parcel = await buildParcel(server, { seller: seller.slug });
  const code = await buildReport(server, seller, parcel.id);
  const upload = await buildUpload(server, seller);
  const { id: entryId, photos } = await postMessage(
    server.ctx,
    seller,
    code,
    message("foto", { upload: [upload] }),
  );
  const input = IssueInstruction.parse({ clientId: crypto.randomUUID(), code: "PICKUP_NOW" });
  const { instruction } = await issueInstruction(server.ctx, seller, code, input);
  const disputed = await buildDispute(server, seller);
  return {
    code,
    instructionId: instruction?.id ?? "",
    disputedCode: disputed.code,
    disputeId: disputed.id,
    photoId: photos[0]?.id ?? "",
    uploadId: upload,
    parcelId: parcel.id,
    entryId,
    ...(await buildProof(seller)),
  };
}

beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
  scene = await buildScene();
});
afterAll(() => server.close());

async function knock(door: Door, trier: Trier, at: Scene) {
  const headers: Record<string, string> = { origin: server.origin, accept: "text/html" };
  if (trier !== "anonymous") headers.cookie = cookies[trier] ?? "";
  if (!/^\/(sign|preferences)/.test(door.path(at)) && door.method !== "GET")
    headers.accept = "application/json";
  if (/\/(photos|uploads|entries)/.test(door.path(at))) headers.accept = "application/json";
  const body = door.form && new URLSearchParams(door.form(at));
  // Signing out would end the sessions that the other doors are tried with.
  if (door.path(at) === "/sign-out") delete headers.cookie;
  const answer = await fetch(server.origin + door.path(at), {
    method: door.method,
    headers,
    body,
    redirect: "manual",
  });
  const kept = [...answer.headers].filter(
    ([name]) => !["date", "x-request-id", "content-security-policy", "etag"].includes(name),
  );
  return { status: answer.status, headers: kept, body: mask(await answer.text(), at) };
}

/** Nonce, request id, the code asked for and what is new on each page load. */
const mask = (text: string, at: Scene) =>
  Object.values(at)
    .reduce((masked, part) => masked.replaceAll(part, "ASKED"), text)
    .replace(/nonce="[^"]*"/g, "nonce")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "UUID")
    .replace(/"serverNow":"[^"]*"/g, "NOW");

const doors = Object.entries(DOORS).flatMap(([route, { loader, action }]) =>
  [
    loader && { name: `${route} loader`, door: loader },
    action && { name: `${route} action`, door: action },
  ].filter((one) => one !== undefined),
);

describe("authorization", () => {
  it("has a row for each loader and action of the build, and none besides", () => {
    const built = Object.values(build.routes).flatMap((route) => {
      const { loader, action } = route?.module ?? {};
      return [
        loader && route?.id !== "root" && `${route?.id} loader`,
        action && `${route?.id} action`,
      ].filter(Boolean);
    });
    expect(doors.map(({ name }) => name).sort()).toEqual(built.sort());
  });

  it("knows each socket event", () => {
    expect([...CLIENT_EVENTS].sort()).toEqual([
      "list:leave",
      "list:watch",
      "report:leave",
      "report:type",
      "report:watch",
    ]);
  });

  for (const { name, door } of doors) {
    it(`${name} lets in whom it should`, async () => {
      const statuses: Partial<Record<Trier, number>> = {};
      const expected: Partial<Record<Trier, number>> = {};
      for (const trier of TRIERS.toReversed()) {
        statuses[trier] = (await knock(door, trier, scene)).status;
        expected[trier] = door.expect[trier] ?? door.expect.rest;
      }
      expect(statuses).toEqual(expected);
    });

    const { missing } = door;
    if (!missing) continue;
    it(`${name} answers an outsider as if there were nothing`, async () => {
      for (const trier of ["otherSeller", "otherOperator"] as const) {
        const foreign = await knock(door, trier, scene);
        const absent = await knock(door, trier, { ...scene, ...missing(scene) });
        expect(foreign).toEqual(absent);
      }
    });
  }
});
