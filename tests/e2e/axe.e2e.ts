import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { TestServer } from "../support/test-server.ts";
import { type Cast, expect, type Person, test } from "./fixtures.ts";
import { buildBusyThread, filingOn } from "./scene.ts";

type Stop = { name: string; path: string; who: keyof Cast | null; act?: (page: Page) => unknown };

const openInstruction = async (page: Page) => {
  await page.getByRole("radio", { name: "Instruksi" }).check({ force: true });
  const choice = page.getByRole("combobox", { name: "Instruksi" });
  await choice.selectOption({ index: 1 });
};

const openDisclosures = (page: Page) =>
  page.locator("main details, header details").evaluateAll((all) => {
    for (const each of all as HTMLDetailsElement[]) each.open = true;
  });

async function stopsOf(server: TestServer, cast: Cast): Promise<Stop[]> {
  const { code, free } = await buildBusyThread(server, cast);
  const thread = `/pickup-problem/${code}`;
  const form = `/pickup-problem/new?parcel=${free.id}`;
  return [
    { name: "sign-in", path: "/sign-in", who: null },
    { name: "list", path: "/pickup-problem?tab=all", who: "seller" },
    { name: "list, empty", path: "/pickup-problem?tab=all&q=TIDAKADA", who: "seller" },
    { name: "queue", path: "/pickup-problem?tab=all", who: "operator" },
    { name: "stuck", path: "/stuck", who: "cs" },
    { name: "choose", path: "/pickup-problem/new?resi=TIDAKADA", who: "seller" },
    { name: "nothing chosen", path: "/pickup-problem/new?pick=1", who: "seller" },
    { name: "describe", path: form, who: "seller" },
    {
      name: "describe, refused",
      path: form,
      who: "seller",
      act: async (page) => {
        await filingOn(page).category("scan_issue").check();
        await filingOn(page).send.click();
        await expect(filingOn(page).alert).toBeVisible();
      },
    },
    { name: "thread, seller", path: thread, who: "seller", act: openDisclosures },
    { name: "thread, operator", path: thread, who: "operator", act: openInstruction },
    { name: "thread, CS", path: thread, who: "cs", act: openInstruction },
    { name: "404", path: "/tidak-ada", who: "seller" },
  ];
}

async function lookAt(page: Page, stop: Stop): Promise<string[]> {
  await page.goto(stop.path);
  if (stop.who) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await stop.act?.(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${stop.name}: ${id} ${node.html} ${node.failureSummary}`),
  );
}

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK = { viewport: { width: 1440, height: 900 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
    test(`nothing for axe to complain of: ${device}, ${colorScheme}`, async ({
      server,
      cast,
      open,
    }) => {
      const pages = new Map<Person | null, Page>();
      const found: string[] = [];
      for (const stop of await stopsOf(server, cast)) {
        const person = stop.who && cast[stop.who];
        const page = pages.get(person) ?? (await open(person, { ...options, colorScheme }));
        pages.set(person, page);
        found.push(...(await lookAt(page, stop)));
      }
      expect(found).toEqual([]);
    });
  }
}

test("no page is wider than a phone of 320 pixels", async ({ server, cast, open }) => {
  const pages = new Map<Person | null, Page>();
  const wide: string[] = [];
  for (const stop of await stopsOf(server, cast)) {
    const person = stop.who && cast[stop.who];
    const page =
      pages.get(person) ?? (await open(person, { viewport: { width: 320, height: 600 } }));
    pages.set(person, page);
    await page.goto(stop.path);
    await stop.act?.(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${stop.name}: ${width}`);
  }
  expect(wide).toEqual([]);
});
