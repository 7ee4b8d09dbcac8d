import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Look = { name: string; path: string; act?: (page: Page) => unknown };

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const DESK = { viewport: { width: 1440, height: 900 } };

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

async function complaintsInBoth(page: Page): Promise<string[]> {
  const found = await complaintsOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(coloursArrive);
  return [...found, ...(await complaintsOf(page, ["color-contrast"]))];
}

/** The page as it stands in another size of window, light and dark. */
export async function lookAround(
  page: Page,
  viewport: { width: number; height: number },
  name: string,
): Promise<string[]> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(coloursArrive);
  return (await complaintsInBoth(page)).map((each) => `${name}: ${each}`);
}

/** All of axe in the light, the colours again in the dark, and at last on a phone of 320 pixels. */
export async function lookAt(page: Page, stop: Look, isSignedIn = true): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(stop.path);
  if (isSignedIn) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await stop.act?.(page);
  const found = await complaintsInBoth(page);
  const viewport = page.viewportSize() ?? PHONE.viewport;
  if (viewport.width === PHONE.viewport.width) {
    await page.setViewportSize({ width: 320, height: 600 });
    const excess = await WIDE(page);
    if (excess > 0) found.push(`${excess} pixels too wide`);
    await page.setViewportSize(viewport);
  }
  return found.map((each) => `${stop.name}: ${each}`);
}
