import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { TestServer } from "../support/test-server.ts";
import { type Cast, expect, type Person, test } from "./fixtures.ts";
import { buildBusyThread, filingOn } from "./scene.ts";

type Stop = { name: string; path: string; who: keyof Cast | null; act?: (page: Page) => unknown };

const openInstruction = async (page: Page) => {
  await page.getByRole("group", { name: "Jenis tulisan" }).getByText("Instruksi").click();
  const choice = page.getByRole("combobox", { name: "Instruksi" });
  await choice.selectOption({ index: 1 });
};

const sendWithoutProof = async (page: Page) => {
  await filingOn(page).category("scan_issue").check();
  await filingOn(page).send.click();
  await expect(filingOn(page).alert).toBeVisible();
};

const openDisclosures = (page: Page) =>
  page.locator("main details, header details").evaluateAll((all) => {
    for (const each of all as HTMLDetailsElement[]) each.open = true;
  });

async function stopsOf(server: TestServer, cast: Cast) {
  const { code, free } = await buildBusyThread(server, cast);
  const thread = `/pickup-problem/${code}`;
  const form = `/pickup-problem/new?parcel=${free.id}`;
  const lists: Stop[] = [
    { name: "list", path: "/pickup-problem?tab=all", who: "seller" },
    { name: "list, empty", path: "/pickup-problem?tab=all&q=TIDAKADA", who: "seller" },
    { name: "queue", path: "/pickup-problem?tab=all", who: "operator" },
    { name: "stuck", path: "/stuck", who: "cs" },
  ];
  const filing: Stop[] = [
    { name: "sign-in", path: "/sign-in", who: null },
    { name: "choose", path: "/pickup-problem/new?resi=TIDAKADA", who: "seller" },
    { name: "nothing chosen", path: "/pickup-problem/new?pick=1", who: "seller" },
    { name: "describe", path: form, who: "seller" },
    { name: "describe, refused", path: form, who: "seller", act: sendWithoutProof },
  ];
  const threads: Stop[] = [
    { name: "404", path: "/tidak-ada", who: "seller" },
    { name: "thread, seller", path: thread, who: "seller", act: openDisclosures },
    { name: "thread, operator", path: thread, who: "operator", act: openInstruction },
    { name: "thread, CS", path: thread, who: "cs", act: openInstruction },
  ];
  return { lists, filing, threads };
}

const WIDE = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function complaintsOf(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.html} ${node.failureSummary}`),
  );
}

/** A colour on its way from light to dark is neither. Runs in the page. */
const coloursArrive = () => {
  const ending = (one: Animation) => one.effect?.getComputedTiming().iterations !== Infinity;
  const animations = document.getAnimations().filter(ending);
  return Promise.allSettled(animations.map((one) => one.finished)).then(() => {});
};

/** All of axe in the light, the colours again in the dark, and at last on a phone of 320 pixels. */
async function lookAt(page: Page, stop: Stop): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(stop.path);
  if (stop.who) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await stop.act?.(page);
  const found = await complaintsOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(coloursArrive);
  found.push(...(await complaintsOf(page, ["color-contrast"])));
  const viewport = page.viewportSize() ?? PHONE.viewport;
  if (viewport.width === PHONE.viewport.width) {
    await page.setViewportSize({ width: 320, height: 600 });
    const excess = await WIDE(page);
    if (excess > 0) found.push(`${excess} pixels too wide`);
    await page.setViewportSize(viewport);
  }
  return found.map((each) => `${stop.name}: ${each}`);
}

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK = { viewport: { width: 1440, height: 900 } };

for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
  for (const group of ["lists", "filing", "threads"] as const) {
    test(`axe has nothing to say: ${group} on a ${device}`, async ({ server, cast, open }) => {
      const pages = new Map<Person | null, Page>();
      const found: string[] = [];
      const stops = await stopsOf(server, cast);
      for (const stop of stops[group]) {
        const person = stop.who && cast[stop.who];
        const page = pages.get(person) ?? (await open(person, options));
        pages.set(person, page);
        found.push(...(await lookAt(page, stop)));
      }
      expect(found).toEqual([]);
    });
  }
}
