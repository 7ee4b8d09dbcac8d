import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { sql } from "kysely";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildPages } from "#server/cli/build-pages.ts";
import { buildPickupRequest, newResi } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { createTemplate } from "../support/test-database.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { tickingClock } from "../support/ticking-clock.ts";

const REPORTS = 200;
const MESSAGES = 20;

async function fill(server: TestServer) {
  const seller = await buildActor(server, { kind: "seller" });
  const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
  const resi = Array.from({ length: REPORTS }, newResi);
  const parcels = await buildPickupRequest(server, { seller: seller.slug, resi });
  const codes: string[] = [];
  for (const parcel of parcels) codes.push(await buildReport(server, seller, parcel.id));
  const code = codes[0] ?? "";
  for (let n = 0; n < MESSAGES; n += 1) {
    await postMessage(
      server.ctx,
      n % 2 ? seller : operator,
      code,
      message(`Pesan ke-${n} tentang paket ini`),
    );
  }
  // What autovacuum does within a minute; a plan made without statistics is not the app's.
  await sql`analyze`.execute(server.owner);
  return { operator, code };
}

/** What a page's loaders gave, by route. */
async function readLoaderData(url: string, cookie: string): Promise<Record<string, unknown>> {
  const page = await (await fetch(url, { headers: { cookie } })).text();
  const context = /window\.__remixContext = (\{.*?\});<\/script>/s.exec(page)?.[1];
  return JSON.parse(context ?? "{}").state.loaderData;
}

/** The same routes and components with loaders that hand out what is in memory already. */
async function serveBare(build: ServerBuild, data: Record<string, unknown>) {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      route && {
        ...route,
        module: { ...route.module, loader: route.module.loader && (async () => data[id] ?? null) },
      },
    ]),
  );
  const app = express();
  const getLoadContext = () =>
    ({ language: "id", theme: "system", nonce: "bare", log: console }) as never;
  app.all(
    "*",
    createRequestHandler({
      build: { ...build, routes } as ServerBuild,
      mode: "production",
      getLoadContext,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const folder = mkdtempSync(join(tmpdir(), "pickup-bench-"));
await buildPages(() => {});
const postgres = await startEmbeddedPostgres({ folder, say: () => {} });
await createTemplate(postgres.url);
const server = await openTestServer({
  clusterUrl: postgres.url,
  clock: tickingClock("2026-11-25T03:00:00Z"),
});
const { operator, code } = await fill(server);
const cookie = await signIn(server, operator.userId);
const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
const paths = { queue: "/pickup-problem?tab=turn", thread: `/pickup-problem/${code}?tab=turn` };
const pages = [];
for (const [name, path] of Object.entries(paths)) {
  const url = server.origin + path;
  const bare = (await serveBare(build, await readLoaderData(url, cookie))) + path;
  pages.push({ name, url, bare });
}
process.send?.({ cookie, pages });

process.once("message", async () => {
  await server.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
