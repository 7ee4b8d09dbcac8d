import { mkdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Look = { name: string; path: string; act?: (page: Page) => unknown };

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK = { viewport: { width: 1440, height: 900 } };

/** Pixels that the page is wider than its window. */
export const excessOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** All that axe says of the page as it stands. */
export async function complaintsOf(page: Page): Promise<string[]> {
  // No page has frames: axe need not open one more page to bring them together.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.html} ${node.failureSummary}`),
  );
}

/** What axe says of the page in the light and in the dark. */
export async function complaintsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await complaintsOf(page)));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

export const SHOTS = process.env.SHOTS;

/** For eyes, where a folder is named: the page as it stands, in the light and in the dark. */
export async function shoot(page: Page, name: string) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const path = `${SHOTS}/${name.replaceAll(" ", "-")}-${colorScheme}.png`;
    await page.screenshot({ path, animations: "disabled" });
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** A colour on its way from light to dark is neither. Runs in the page. */
const coloursArrive = () => {
  const ending = (one: Animation) => one.effect?.getComputedTiming().iterations !== Infinity;
  const animations = document.getAnimations().filter(ending);
  const arrived = Promise.allSettled(animations.map((one) => one.finished)).then(() => {});
  // One of something that is not drawn may never end.
  return Promise.race([arrived, new Promise<void>((resolve) => setTimeout(resolve, 3_000))]);
};

/** The page as it stands, on a desk and in the dark. */
async function lookInTheDark(page: Page): Promise<string[]> {
  await page.setViewportSize(DESK.viewport);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(coloursArrive);
  return complaintsOf(page);
}

/** All of axe on a phone in the light and on a desk in the dark; and at last a phone of 320 pixels. Begins with a phone. */
export async function lookAt(page: Page, stop: Look, isSignedIn = true): Promise<string[]> {
  await page.setViewportSize(PHONE.viewport);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(stop.path);
  if (isSignedIn) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await stop.act?.(page);
  const found = [...(await complaintsOf(page)), ...(await lookInTheDark(page))];
  await page.setViewportSize({ width: 320, height: 600 });
  const excess = await excessOf(page);
  if (excess > 0) found.push(`${excess} pixels too wide`);
  return found.map((each) => `${stop.name}: ${each}`);
}
