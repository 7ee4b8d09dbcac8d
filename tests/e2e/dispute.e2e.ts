import type { Page } from "@playwright/test";
import { buildParcel, track } from "../factories/parcels.ts";
import { buildReport } from "../factories/reports.ts";
import type { TestServer } from "../support/test-server.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { complaintsOf, excessOf, shoot } from "./look-at.ts";
import { openThread, TODAY, UPRIGHT_6 } from "./scene.ts";

/** A report of a parcel whose pick-up failed, in the courier's own words. */
async function buildFailed(server: TestServer, seller: Person) {
  const parcel = await buildParcel(server, { seller: seller.slug, requestedAt: TODAY });
  const history = {
    waybillNo: parcel.resi,
    operationType: "Pickup Failure",
    operationTime: Date.parse("2026-11-25T02:40:00Z"),
    description: "Seller Tutup",
  };
  const basicInfo = { waybillNo: parcel.resi };
  await track(server, "idx", { code: 0, data: { basicInfo, history: [history] } });
  return buildReport(server, seller, parcel.id, "gagal_pickup");
}

const cardOn = (page: Page) =>
  page.getByRole("article").filter({ hasText: "Sanggahan penjual" }).last();
const choosePhoto = (page: Page, form: string) =>
  page
    .locator(`form[action*="/disputes"]`)
    .filter({ hasText: form })
    .locator("input[type=file][multiple]");

test("a failure reason is contested on one phone, defended on another, and decided at a desk", async ({
  server,
  cast,
  open,
}) => {
  // Three people and a network that is cut: more than a story usually is.
  test.slow();
  const code = await buildFailed(server, cast.seller);
  const seller = await open(cast.seller, "phone");
  const courier = await open(cast.operator, "phone");
  const desk = await open(cast.cs);
  for (const page of [seller, courier, desk]) await openThread(page, code);

  await test.step("the seller writes while the network comes and goes", async () => {
    await shoot(seller, "1-offer-phone");
    await seller.getByText("Sanggah alasan gagal").click();
    await choosePhoto(seller, "Yang sebenarnya terjadi").setInputFiles(UPRIGHT_6);
    await expect(seller.getByText("Terunggah").first()).toBeAttached();
    await seller.context().setOffline(true);
    const words = seller.getByLabel("Yang sebenarnya terjadi");
    await words.fill("Toko buka sejak 08.00, tidak ada kurir dan tidak ada telepon.");
    await seller.getByRole("button", { name: "Kirim sanggahan" }).click();
    await expect(seller.getByRole("alert")).toContainText("Server tidak terjangkau");
    await shoot(seller, "2-offline-phone");
    await expect(words).toHaveValue(/^Toko buka sejak/);
    await seller.context().setOffline(false);
    await seller.getByRole("button", { name: "Kirim sanggahan" }).click();
    await expect(cardOn(seller)).toContainText("Menunggu jawaban ekspedisi");
    await expect(seller.getByText("Sanggah alasan gagal")).toBeHidden();
    expect(await excessOf(seller)).toBe(0);
    await shoot(seller, "3-claim-phone");
  });

  await test.step("the courier answers with a photo", async () => {
    const card = cardOn(courier);
    await expect(card).toContainText("Toko buka sejak 08.00");
    await card.getByText("Jawab sanggahan").click();
    await card.getByLabel("Alasan tetap benar").check();
    await card.getByLabel("Keterangan").fill("Rolling door tertutup, telepon tidak diangkat.");
    await card.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(card.getByRole("alert")).toContainText("sedikitnya satu foto");
    await shoot(courier, "4-answer-phone");
    await choosePhoto(courier, "Jawaban Anda").setInputFiles(UPRIGHT_6);
    await expect(card.getByText("Terunggah").first()).toBeAttached();
    await card.getByRole("button", { name: "Kirim jawaban" }).click();
    await expect(card).toContainText("Menunggu keputusan CS");
    await expect(cardOn(seller)).toContainText("Rolling door tertutup");
  });

  await test.step("CS decides, and everybody reads it", async () => {
    const card = cardOn(desk);
    await card.getByText("Putuskan").click();
    await card.getByLabel("Penjual benar").check();
    await card.getByLabel("Alasan keputusan").fill("Foto dan jam buka menunjukkan toko buka.");
    await shoot(desk, "5-decide-desk");
    await card.getByRole("button", { name: "Simpan keputusan" }).click();
    for (const page of [seller, courier, desk]) {
      await expect(cardOn(page).getByText("Penjual benar").first()).toBeVisible();
      await expect(cardOn(page)).toContainText("Foto dan jam buka menunjukkan toko buka.");
    }
    await expect(desk.getByText("Disanggah: penjual benar")).toBeVisible();
  });
  await shoot(seller, "6-decided-phone");
  await shoot(desk, "6-decided-desk");
  expect(await complaintsOf(seller)).toEqual([]);
});

test("a dispute is opened and withdrawn without scripts", async ({
  server,
  cast,
  browser,
  open,
}) => {
  const code = await buildFailed(server, cast.seller);
  const signedIn = await open(cast.seller, "phone");
  const context = await browser.newContext({
    baseURL: server.origin,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`/pickup-problem/${code}`);
  await page.getByText("Sanggah alasan gagal").click();
  await page.getByLabel("Yang sebenarnya terjadi").fill("Toko buka");
  await choosePhoto(page, "Yang sebenarnya terjadi").setInputFiles(UPRIGHT_6);
  await page.getByRole("button", { name: "Kirim sanggahan" }).click();
  await expect(cardOn(page)).toContainText("Toko buka");
  await cardOn(page).getByText("Tarik sanggahan…").click();
  await cardOn(page).getByRole("button", { name: "Tarik sanggahan" }).click();
  await expect(cardOn(page)).toContainText("Ditarik penjual");
  await context.close();
});
