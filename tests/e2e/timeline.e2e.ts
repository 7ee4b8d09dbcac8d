import type { Browser, Page } from "@playwright/test";
import { sql } from "kysely";
import { type SettableClock, settableClock } from "../support/settable-clock.ts";
import { openTestServer, type TestServer } from "../support/test-server.ts";
import { test as base, expect, NOW } from "./fixtures.ts";
import { live, type Scene } from "./live-scene.ts";
import { complaintsOf, excessOf, SHOTS, shoot } from "./look-at.ts";
import { SCENES } from "./timeline-scenes.ts";

const test = base.extend<{ clock: SettableClock }>({
  // biome-ignore lint/correctness/noEmptyPattern: the form that Playwright reads a fixture's needs from
  clock: async ({}, use) => use(settableClock(NOW)),
  server: async ({ clock }, use) => {
    const server = await openTestServer({ clusterUrl: process.env.E2E_POSTGRES_URL ?? "", clock });
    await use(server);
    await server.close();
  },
});

const openAll = (page: Page) =>
  page.locator("article details:not([name])").evaluateAll((all) => {
    for (const each of all as HTMLDetailsElement[]) each.open = true;
  });

/** What the scene promises, wherever it stands on the page. */
async function expectFacts(page: Page, scene: Scene) {
  const list = page.getByRole("list", { name: /^Linimasa paket/ });
  await expect(list).toContainText(scene.deadline);
  await expect(list.locator("[data-row=idle]")).toHaveCount(scene.idleRows);
  await expect(page.getByText(scene.verdict).first()).toBeVisible();
  await expect(page.getByText(/^Aturan: (regular|drop_off) versi 1\./)).toBeVisible();
  await expect(page.getByRole("list", { name: "Dari permintaan sampai batas" })).toBeVisible();
  await expect(page.getByRole("table").getByText("Ekspedisi").first()).toBeVisible();
  await expect(page.getByText("Belum pernah dicek ke platform.")).toBeVisible();
}

for (const [index, scene] of SCENES.entries()) {
  // What axe says of one clock it says of the next: every third is examined on a phone, every third on a desk.
  const examined = ["phone", "desk", null][index % 3];
  test(`the clock of a parcel: ${scene.name}`, async ({ server, clock, cast, open }) => {
    const code = await live({ server, clock, cast }, scene);
    for (const device of ["phone", "desk"] as const) {
      const page = await open(device === "phone" ? cast.seller : cast.cs, device);
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`/pickup-problem/${code}`);
      await expect(page.getByText("Live", { exact: true })).toBeVisible();
      await shoot(page, `${scene.name} ${device}`);
      const picture = page.getByRole("img", { name: /^Gambar dari/ });
      await expect(picture).toBeVisible({ visible: device === "desk" });
      await openAll(page);
      await expectFacts(page, scene);
      if (device === examined) expect(await complaintsOf(page)).toEqual([]);
      expect(await excessOf(page)).toBe(0);
      if (device === "phone") await page.setViewportSize({ width: 320, height: 600 });
      expect(await excessOf(page)).toBe(0);
      await shootWhole(page, `${scene.name} ${device}`);
    }
  });
}

/** Everything of the facts under one another, which on a page lies in a scrolled box. */
async function shootWhole(page: Page, name: string) {
  if (!SHOTS) return;
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width: Math.max(width, 360), height: 3200 });
  await shoot(page, `${name} whole`);
}

async function withoutScripts(browser: Browser, server: TestServer, signedIn: Page) {
  const context = await browser.newContext({
    baseURL: server.origin,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    storageState: await signedIn.context().storageState(),
  });
  return context.newPage();
}

test("the clock explains itself without scripts", async ({
  server,
  clock,
  cast,
  browser,
  open,
}) => {
  const scene = SCENES[2] as Scene;
  const code = await live({ server, clock, cast }, scene);
  const page = await withoutScripts(browser, server, await open(cast.seller, "phone"));
  await page.goto(`/pickup-problem/${code}`);
  await page.getByText("Kenapa batas waktunya ini?").click();
  await expect(page.getByText(/^Aturan: regular versi 1\./)).toBeVisible();
  await page.getByText("Linimasa dan detail paket").click();
  await expectFacts(page, scene);
  await page.context().close();
});

test("CS changes the category without scripts", async ({ server, clock, cast, browser, open }) => {
  const code = await live({ server, clock, cast }, SCENES[0] as Scene);
  const page = await withoutScripts(browser, server, await open(cast.cs));
  await page.goto(`/pickup-problem/${code}`);
  await page.locator("summary[title='Ubah kategori']").click();
  await page.getByLabel("Kategori baru").selectOption("gagal_pickup");
  await page.getByLabel("Alasan mengubah").fill("  ");
  await page.getByRole("button", { name: "Ubah kategori" }).click();
  const again = page.locator("form[action$='/category']").last();
  await expect(page.getByRole("alert")).toBeVisible();
  await again.getByRole("textbox").fill("Kurir menelepon: toko tutup");
  await again.getByRole("button", { name: "Kirim ulang" }).click();
  await expect(page.getByRole("log")).toContainText("Kurir menelepon: toko tutup");
  await page.context().close();
});

test("a clock without a rule says so", async ({ server, clock, cast, open }) => {
  const code = await live({ server, clock, cast }, SCENES[0] as Scene);
  await server.owner
    .updateTable("pickup_requests")
    .set({ clock: null, deadline_at: null, cutoff_at: null, auto_cancel_at: null })
    .execute();
  await server.owner.updateTable("parcels").set({ deadline_at: sql<Date>`'infinity'` }).execute();
  const page = await open(cast.cs);
  await page.goto(`/pickup-problem/${code}`);
  await expect(page.getByText("Batas pick up paket ini belum diketahui.")).toBeVisible();
  await page.getByText("Kenapa batas waktunya ini?").click();
  await expect(page.getByText(/^Tidak ada aturan yang berlaku/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Gambar dari.*belum diketahui/ })).toBeVisible();
  await shoot(page, "no rule desk");
  expect(await complaintsOf(page)).toEqual([]);
});

test("CS changes the category, with a reason that everybody reads", async ({
  server,
  clock,
  cast,
  open,
}) => {
  const code = await live({ server, clock, cast }, SCENES[0] as Scene);
  const page = await open(cast.cs);
  await page.goto(`/pickup-problem/${code}`);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByText("Ubah kategori").first().click();
  const form = page.locator("form[action$='/category']");
  await form.getByLabel("Kategori baru").selectOption("gagal_pickup");
  await test.step("a reason of nothing is refused, and the choice kept", async () => {
    await form.getByLabel("Alasan mengubah").fill("  ");
    await form.getByRole("button", { name: "Ubah kategori" }).click();
    await expect(form.getByRole("alert")).toBeVisible();
    await expect(form.getByLabel("Kategori baru")).toHaveValue("gagal_pickup");
  });
  await form.getByLabel("Alasan mengubah").fill("Kurir menelepon: toko tutup");
  await shoot(page, "category form desk");
  await form.getByRole("button", { name: "Ubah kategori" }).click();
  await expect(page.getByRole("log")).toContainText("Kurir menelepon: toko tutup");
  await expect(page.getByText("Diubah CS: Kurir menelepon: toko tutup")).toBeVisible();
  await expect(form.getByLabel("Alasan mengubah")).toBeHidden();
});
