import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import type { Actor } from "#app/contracts/parties.ts";
import { buildActor } from "../factories/people.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { tickingClock } from "../support/ticking-clock.ts";

/** Wed 25 Nov 2026, 10.00 WIB. */
export const NOW = "2026-11-25T03:00:00.000Z";

export type Person = Actor & { slug: string };
export type Cast = { seller: Person; operator: Person; cs: Person };

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
};
type Device = keyof typeof DEVICES | BrowserContextOptions;

const optionsOf = (device: Device) => (typeof device === "string" ? DEVICES[device] : device);

async function openAs(browser: Browser, server: TestServer, person: Person | null, device: Device) {
  const context = await browser.newContext({ baseURL: server.origin, ...optionsOf(device) });
  if (person) await signInAs(context, server, person);
  return context;
}

/** Also in the place of whoever was signed in before. */
export async function signInAs(context: BrowserContext, server: TestServer, person: Person) {
  const cookies = await signIn(server, person.userId);
  await context.addCookies(
    cookies.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.origin };
    }),
  );
}

type Fixtures = {
  server: TestServer;
  cast: Cast;
  open: (person: Person | null, device?: Device) => Promise<Page>;
};

/** Each story has a server, a database and people of its own; a page that complains on its console fails it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright reads a fixture's needs from
  server: async ({}, use) => {
    const server = await openTestServer({
      clusterUrl: process.env.E2E_POSTGRES_URL ?? "",
      clock: tickingClock(NOW),
    });
    await use(server);
    await server.close();
  },
  cast: async ({ server }, use) => {
    await use({
      seller: await buildActor(server, { kind: "seller", name: "Sari" }),
      operator: await buildActor(server, { kind: "courier", courierId: "idx", name: "Rudi" }),
      cs: await buildActor(server, { kind: "support", name: "Nadia" }),
    });
  },
  open: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (person, device = "desk") => {
      const context = await openAs(browser, server, person, device);
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        // A refused form is an answer, which Chromium reports as a failed load.
        if (
          message.type() === "error" &&
          !/Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text())
        )
          complaints.push(message.text());
      });
      return page;
    });
    for (const context of contexts) await context.close();
    if (complaints.length > 0) throw new Error(`The pages complained:\n${complaints.join("\n")}`);
  },
});

export { expect } from "@playwright/test";
