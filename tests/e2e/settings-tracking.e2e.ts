import type { Page } from "@playwright/test";
import { listCodes } from "#app/domain/tracking/map-code.server.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { expect, test } from "./fixtures.ts";
import { type Look, lookAt, PHONE } from "./look-at.ts";
import { buildAdmin, buildBali, fillHoliday, rulesOn, TUESDAY } from "./rules-scene.ts";

test("what nobody understood gets a meaning, and a delivery is worked again", async ({
  server,
  cast,
  open,
}) => {
  const parcel = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TUESDAY });
  await track(server, "everpro", everproCallback(parcel.resi, "SUDAH DI TANGAN KURIR"));
  const page = await open(cast.cs);
  await page.goto("/tracking");
  await expect(page.getByRole("link", { name: "Pengaturan" })).toHaveCount(0);
  await expect(page.getByText("1 baris, 1 tak dikenal")).toBeVisible();
  await page.getByRole("link", { name: "Kode tak dikenal", exact: true }).click();
  await page.getByLabel("Artinya").selectOption({ label: "Sudah dijemput" });
  await page.getByRole("button", { name: "Petakan" }).click();
  await expect(
    page.getByText("Sudah dipetakan: 1 baris tracking. 1 paket ikut diperbarui."),
  ).toBeVisible();
  expect((await listCodes(server.ctx, cast.cs)).unknown).toEqual([]);

  await page.goto("/tracking/deliveries?tab=unknown&source=everpro");
  await page.getByRole("button", { name: "Putar ulang" }).click();
  await expect(page.getByText("Kiriman sudah diputar ulang")).toBeVisible();
  await expect(page).toHaveURL(/tab=unknown&source=everpro/);
  await expect(page.getByText("Tidak ada kiriman dengan kode tak dikenal.")).toBeVisible();

  await page.goto("/tracking/codes");
  await page.getByRole("button", { name: /^Tarik: / }).click();
  await expect(page.getByText(/Pemetaan ditarik: 1 baris/)).toBeVisible();

  await test.step("older ones are a page further, of the same source", async () => {
    for (let n = 0; n < 31; n += 1) await track(server, "kiriminaja", { method: "aneh", n });
    await page.goto("/tracking/deliveries?tab=problem&source=kiriminaja");
    const rows = page.getByRole("list", { name: "Kiriman" }).getByText("Bentuk tak dikenal");
    await expect(rows).toHaveCount(30);
    await page.getByRole("link", { name: "Muat berikutnya" }).click();
    await expect(rows).toHaveCount(1);
    await expect(page).toHaveURL(/tab=problem&source=kiriminaja&after=/);
  });
});

const lookAtPreview = async (page: Page) => {
  await fillHoliday(page);
  await rulesOn(page).look.click();
  await expect(rulesOn(page).preview).toBeVisible();
};

const lookAtRefusal = async (page: Page) => {
  await page.getByLabel("Cut-off").fill("99.00");
  await rulesOn(page).look.click();
  await expect(page.getByRole("alert")).toBeVisible();
};

const openFolds = (page: Page) =>
  page.locator("main details").evaluateAll((all) => {
    for (const each of all as HTMLDetailsElement[]) each.open = true;
  });

const LOOKS: Look[] = [
  { name: "policies", path: "/settings/policies?done=added&moved=2", act: openFolds },
  { name: "policy, refused", path: "/settings/policies/new", act: lookAtRefusal },
  { name: "calendar, preview", path: "/settings/calendar", act: lookAtPreview },
  { name: "hours", path: "/settings/hours", act: openFolds },
  { name: "changes", path: "/settings/changes" },
  { name: "deliveries", path: "/tracking/deliveries", act: openFolds },
  { name: "deliveries, none", path: "/tracking/deliveries?tab=waiting" },
  { name: "codes", path: "/tracking/codes" },
];

test("axe has nothing to say about rules and tracking", async ({ server, cast, open }) => {
  const { bali } = await buildBali(server, cast.seller);
  await track(server, "everpro", everproCallback(bali[0].resi, `KODE ${"PANJANG".repeat(12)}`));
  await track(server, "everpro", { another: "form".repeat(80) });
  const page = await open(await buildAdmin(server), PHONE);
  const found: string[] = [];
  for (const look of LOOKS) {
    found.push(...(await lookAt(page, look)));
  }
  expect(found).toEqual([]);
});
