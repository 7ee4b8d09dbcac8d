import type { Page } from "@playwright/test";
import { PASSWORD } from "../support/test-server.ts";
import { expect, test } from "./fixtures.ts";
import { buildFiledReport, entriesSaying, threadOn } from "./scene.ts";

const SAID = "Kurir kami berangkat sekarang";

/** Presses Tab until the focus stands on what is looked for, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : undefined;
      return label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
    if (name.test(at.trim())) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test("by keyboard alone: sign in, open the first report, send by Ctrl+Enter", async ({
  server,
  cast,
  open,
}) => {
  const { parcel } = await buildFiledReport(server, cast.seller);
  const email = await server.letSignIn(cast.operator.userId);
  const page = await open(null);
  await page.goto("/pickup-problem");
  await tabTo(page, /^Email$/);
  await page.keyboard.type(email);
  await tabTo(page, /^Kata sandi$/);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Antrian kendala" })).toBeVisible();

  await tabTo(page, new RegExp(`^${parcel.resi}$`));
  await page.keyboard.press("Enter");
  await expect(threadOn(page).log).toBeVisible();
  await tabTo(page, /^Pesan untuk semua pihak$/);
  await page.keyboard.type(SAID);
  await page.keyboard.press("Control+Enter");
  await expect(threadOn(page).log.getByText(SAID)).toBeVisible();
  await expect.poll(() => entriesSaying(server, SAID)).toHaveLength(1);
});
