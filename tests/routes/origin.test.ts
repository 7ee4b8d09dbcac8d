import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildActor } from "../factories/people.ts";
import { settableClock } from "../support/settable-clock.ts";
import { KEYS, openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
});
afterAll(() => server.close());

const post = (path: string, headers: Record<string, string>) =>
  fetch(server.origin + path, {
    method: "POST",
    headers,
    body: new URLSearchParams({ theme: "dark" }),
    redirect: "manual",
  });

it("refuses a foreign origin on every method that changes something", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await fetch(`${server.origin}/preferences`, {
      method,
      headers: { origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  }
  expect((await post("/preferences", { origin: server.origin })).status).toBe(302);
});

it("takes a form without an origin only from a browser that says it is ours", async () => {
  expect((await post("/preferences", {})).status).toBe(403);
  expect((await post("/preferences", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post("/preferences", { "sec-fetch-site": "same-origin" })).status).toBe(302);
});

it("lets scripts with a key in without an origin, and no browser of somebody else's", async () => {
  const key = { authorization: `Bearer ${KEYS.platform}` };
  expect((await post("/api/pickup-requests", key)).status).toBe(422);
  expect(
    (await post("/api/pickup-requests", { ...key, origin: "https://evil.example" })).status,
  ).toBe(403);
});

it("sends the security headers with every answer, errors included", async () => {
  const cookie = await signIn(server, (await buildActor(server, { kind: "seller" })).userId);
  for (const path of [
    "/sign-in",
    "/healthz",
    "/readyz",
    "/no-such-page",
    "/pickup-problem",
    "/pickup-problem/PP-1",
    "/assets/none.js",
  ]) {
    const answer = await fetch(server.origin + path, { headers: { cookie }, redirect: "manual" });
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'nonce-[^']+'/);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("strict-transport-security")).toContain("max-age");
  }
});

it("gives each answer a nonce of its own, and its scripts carry it", async () => {
  const [one, two] = await Promise.all([
    fetch(`${server.origin}/sign-in`),
    fetch(`${server.origin}/sign-in`),
  ]);
  const nonceOf = (answer: Response) =>
    /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  expect(nonceOf(one)).not.toBe(nonceOf(two));
  const scripts = (await one.text()).match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(one)}"`);
});

it("sets a session cookie that scripts cannot read", async () => {
  const person = await buildActor(server, { kind: "seller" });
  const email = await server.letSignIn(person.userId);
  const answer = await fetch(`${server.origin}/sign-in`, {
    method: "POST",
    headers: { origin: server.origin },
    body: new URLSearchParams({ email, password: "kata-sandi-uji" }),
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token"));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});
