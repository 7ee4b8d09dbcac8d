import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildParcel, everproCallback } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { settableClock } from "../support/settable-clock.ts";
import { KEYS, openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

let server: TestServer;
let cookie: string;
let code: string;
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
  const seller = await buildActor(server, { kind: "seller" });
  const parcel = await buildParcel(server, { seller: seller.slug });
  code = await buildReport(server, seller, parcel.id);
  cookie = await signIn(server, seller.userId);
});
afterAll(() => server.close());

const NASTY = [
  "\0",
  "a\0b",
  "\ud800",
  "\u202e",
  "'; drop table reports; --",
  "<script>alert(1)</script>",
  "x".repeat(5000),
  "💥".repeat(50),
  "%00",
  "../../etc/passwd",
  "{{constructor}}",
];

const get = (path: string) =>
  fetch(server.origin + path, { headers: { cookie }, redirect: "manual" });
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, {
    method: "POST",
    headers: { cookie, origin: server.origin, accept: "application/json", ...headers },
    body,
    redirect: "manual",
  });

it("answers any bytes in an address without a fault", async () => {
  for (const nasty of NASTY) {
    const e = encodeURIComponent(nasty.toWellFormed());
    const paths = [
      `/pickup-problem?q=${e}&tab=${e}&courier=${e}&category=${e}&sort=${e}&after=${e}`,
      `/pickup-problem/${e}`,
      `/pickup-problem/${e}/entries?everyone=${e}&notes=${e}`,
      `/pickup-problem/${code}/photos/${e}/${e}`,
      `/pickup-problem/new?resi=${e}`,
      `/pickup-problem/new?parcel=${e}`,
      `/pickup-problem/new?q=${e}&after=${e}`,
      `/uploads/${e}/thumb`,
      `/sign-in?next=${e}`,
      `/${e}`,
    ];
    for (const path of paths)
      expect([path.slice(0, 80), (await get(path)).status < 500]).toEqual([
        path.slice(0, 80),
        true,
      ]);
  }
});

it("answers addresses that look right and are not", async () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const paths = [
    `/pickup-problem?after=99999999999999.${id}`,
    `/pickup-problem?after=999999999999999.${id}`,
    `/pickup-problem/new?after=never.${id}`,
    `/sign-in?next=${encodeURIComponent("/日本")}`,
    "/sign-in?next=//evil.example/x",
    "/sign-in?next=/%5Cevil.example",
  ];
  for (const path of paths) {
    const answer = await get(path);
    expect([path, answer.status < 500]).toEqual([path, true]);
    expect(answer.headers.get("location") ?? "").not.toContain("evil");
  }
  for (const method of ["PUT", "PATCH"]) {
    const answer = await fetch(`${server.origin}/pickup-problem`, {
      method,
      headers: { cookie, origin: server.origin },
    });
    expect(answer.status).toBe(405);
  }
  const photo = await fetch(`${server.origin}/preferences`, {
    method: "POST",
    headers: { origin: server.origin },
    body: new URLSearchParams({ next: "/日本" }),
    redirect: "manual",
  });
  expect(photo.status).toBe(302);
});

it("reads no body of a stranger, and no more text than a form has", async () => {
  const form = new FormData();
  for (let n = 0; n < 60; n += 1) form.append(`f${n}`, "x".repeat(20_000));
  const answer = await fetch(`${server.origin}/sign-in`, {
    method: "POST",
    headers: { origin: server.origin },
    body: form,
  });
  expect(answer.status).toBe(413);
});

it("answers any bytes in a field without a fault", async () => {
  for (const nasty of NASTY) {
    const names = [
      "clientId",
      "body",
      "upload",
      "parcel",
      "category",
      "code",
      "detail",
      "date",
      "from",
      "to",
      "courierName",
      "state",
      "reason",
      "everyone",
      "email",
      "password",
      "next",
      "theme",
      "readiness.street",
      "readiness.rt",
    ];
    const fields = new URLSearchParams(names.map((name) => [name, nasty]));
    const id = "00000000-0000-4000-8000-000000000000";
    for (const path of ["messages", "notes", "instructions", `instructions/${id}`, "status", "read"]
      .map((one) => `/pickup-problem/${code}/${one}`)
      .concat("/pickup-problem/new", "/sign-in", "/preferences", "/uploads")) {
      const answer = await post(path, fields);
      expect([path, answer.status < 500]).toEqual([path, true]);
      const only = await post(
        path,
        new URLSearchParams({
          clientId: crypto.randomUUID(),
          body: nasty,
          reason: nasty,
          to: "resolve-not",
          code: "PICKUP_NOW",
          detail: nasty,
        }),
      );
      expect([path, only.status < 500]).toEqual([path, true]);
    }
  }
});

it("answers any bytes from a platform without a fault, and keeps none that cannot be kept", async () => {
  const bodies = [
    "",
    "null",
    "[]",
    "7",
    '{"a":',
    '{"awb_number":"IDE1234567","tracking_code":"\\u0000"}',
    '{"awb_number":"IDE1234567","tracking_code":"WAITING","x":"\\ud800"}',
    JSON.stringify(everproCallback("IDE1234567", "\\u0000 as words")),
  ];
  const statuses = [];
  for (const body of bodies)
    statuses.push(
      (await post("/webhooks/tracking/everpro", body, { "x-everpro-key": KEYS.everpro })).status,
    );
  expect(statuses).toEqual([422, 200, 200, 200, 422, 422, 422, 200]);
});

it("answers a multipart body that is none, cut or without an end", async () => {
  const path = `/pickup-problem/${code}/messages`;
  for (const [type, body] of [
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=b", "x"],
    [
      "multipart/form-data; boundary=b",
      '--b\r\ncontent-disposition: form-data; name="body"\r\n\r\nhalf',
    ],
    [
      "multipart/form-data; boundary=b",
      '--b\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n\xff\xd8half',
    ],
    ["text/plain", "x"],
    ["application/json", "{}"],
  ] as const) {
    const answer = await post(path, body, { "content-type": type });
    expect([type, body.slice(0, 20), answer.status]).toEqual([type, body.slice(0, 20), 422]);
  }
  expect((await get("/healthz")).status).toBe(200);
});
