import type { Page } from "@playwright/test";
import { buildParcel } from "../factories/parcels.ts";
import { expect, test } from "./fixtures.ts";
import { PHONE } from "./look-at.ts";
import { buildAdmin, buildBali, fillHoliday, rulesOn, TUESDAY } from "./rules-scene.ts";

const NO_SCRIPT = { ...PHONE, javaScriptEnabled: false };

/** The deadline as the page of a report says it. */
const expectDeadline = async (page: Page, code: string, words: RegExp) => {
  await page.goto(`/pickup-problem/${code}`);
  await expect(page.getByText(words).first()).toBeVisible();
};

test("a new administrator changes a cut-off from next Monday, and nothing that waits moves", async ({
  server,
  cast,
  open,
}) => {
  await buildParcel(server, { seller: cast.seller.slug, requestedAt: TUESDAY });
  const page = await open(await buildAdmin(server));
  const rules = rulesOn(page);
  await page.goto("/");
  await page.getByRole("link", { name: "Pengaturan" }).click();
  await expect(page).toHaveURL(/\/settings\/policies$/);
  await page.getByRole("link", { name: /^Ubah aturan Reguler, Semua/ }).click();
  await expect(page.getByLabel("Berlaku mulai")).toHaveValue("2026-11-30");
  await page.getByLabel("Cut-off").fill("14.30");
  await rules.look.click();
  await expect(rules.preview).toContainText("mulai Sen 30 Nov 2026: Cut-off 14.30");
  await expect(rules.preview).toContainText("Tidak ada paket terbuka yang bergeser");

  await test.step("what is changed after the preview must be looked at again", async () => {
    await page.getByLabel("Cut-off").fill("15.00");
    await expect(rules.apply).toHaveCount(0);
    await expect(rules.preview).toContainText("Isian sudah berubah");
    await rules.look.click();
    await expect(rules.preview).toContainText("Cut-off 15.00");
  });
  await rules.apply.click();
  await expect(rules.done).toBeVisible();
  await expect(page.getByText("Cut-off 15.00").first()).toBeVisible();
  await expect(page.getByText("versi 2, mulai Sen 30 Nov 2026").first()).toBeVisible();

  await test.step("the same start twice is refused, and what was typed stays", async () => {
    await page.getByRole("link", { name: /^Ubah aturan Reguler, Semua/ }).click();
    await page.getByLabel("Cut-off").fill("13.00");
    await rules.look.click();
    await expect(page.getByRole("alert")).toContainText("Sudah ada aturan yang mulai");
    await expect(page.getByLabel("Cut-off")).toHaveValue("13.00");
  });

  await test.step("a dead network keeps the form", async () => {
    await page.context().setOffline(true);
    await rules.look.click();
    await expect(page.getByRole("alert")).toContainText("server tidak terjangkau");
    await expect(page.getByLabel("Cut-off")).toHaveValue("13.00");
    await page.context().setOffline(false);
  });
});

test("a holiday in Bali moves the parcels of Bali that wait, and can be taken back", async ({
  server,
  cast,
  open,
}) => {
  const { bali, bandung, late, codes } = await buildBali(server, cast.seller);
  const page = await open(await buildAdmin(server));
  const rules = rulesOn(page);
  const isLate = /sejak (Sel 24|Sen 23) Nov 20\.00 WITA, terlambat/;
  await expectDeadline(page, codes.bali, /Batas pick up Rab 25 Nov 20\.00 WITA/);
  await expectDeadline(page, codes.late, isLate);

  await test.step("the preview shows exactly them", async () => {
    await page.goto("/settings/calendar");
    await fillHoliday(page);
    await rules.look.click();
    await expect(rules.preview).toContainText("2 paket terbuka bergeser");
    for (const { resi } of bali) await expect(rules.preview).toContainText(resi);
    for (const { resi } of [bandung, late]) await expect(rules.preview).not.toContainText(resi);
    await expect(rules.preview.getByRole("row").nth(1)).toContainText(
      "Rab 25 Nov 20.00 WITA → menjadi Kam 26 Nov 20.00 WITA",
    );
  });
  await rules.apply.click();
  await expect(page.getByText("Perubahan sudah diterapkan. 2 paket bergeser")).toBeVisible();
  await expectDeadline(page, codes.bali, /Batas pick up Kam 26 Nov 20\.00 WITA/);
  await expectDeadline(page, codes.bandung, /Batas pick up Rab 25 Nov 20\.00 WIB/);
  await expectDeadline(page, codes.late, isLate);

  await test.step("it is taken back, and the preview shows the way back", async () => {
    await page.goto("/settings/calendar");
    await page.getByRole("button", { name: /^Tarik: .*Pilkada Bali/ }).click();
    await expect(rules.withdrawal).toContainText("2 paket terbuka bergeser");
    await expect(rules.withdrawal.getByRole("row").nth(1)).toContainText(
      "Kam 26 Nov 20.00 WITA → menjadi Rab 25 Nov 20.00 WITA",
    );
    await rules.apply.click();
    await expect(page.getByText("Sudah ditarik. 2 paket bergeser")).toBeVisible();
  });
  await expectDeadline(page, codes.bali, /Batas pick up Rab 25 Nov 20\.00 WITA/);
  await expectDeadline(page, codes.late, isLate);

  await page.goto("/settings/changes");
  const log = page.getByRole("list", { name: "Riwayat" }).getByRole("listitem");
  await expect(log.nth(0)).toContainText("Ditarik Rab 25 Nov 2026 · Pilkada Bali");
  await expect(log.nth(1)).toContainText("Ditambah Rab 25 Nov 2026 · Pilkada Bali");
  await expect(log.nth(1)).toContainText("2 paket bergeser");
});

test("without scripts: refused, looked at, applied and taken back", async ({
  server,
  cast,
  open,
}) => {
  await buildBali(server, cast.seller);
  const page = await open(await buildAdmin(server), NO_SCRIPT);
  const rules = rulesOn(page);
  await page.goto("/settings/policies/new");
  await page.getByLabel("Ekspedisi").selectOption("jne");
  await page.getByLabel("Cut-off").fill("99.00");
  await page.getByLabel("Sab").uncheck();
  await rules.look.click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Cut-off")).toHaveAccessibleDescription(/belum benar/);
  await expect(page.getByLabel("Cut-off")).toHaveValue("99.00");
  await expect(page.getByLabel("Ekspedisi")).toHaveValue("jne");
  await expect(page.getByLabel("Sab")).not.toBeChecked();
  await page.getByLabel("Cut-off").fill("11.00");
  await rules.look.click();
  await expect(rules.preview).toContainText("JNE · Semua wilayah");
  await rules.apply.click();
  await expect(rules.done).toBeVisible();

  await page.goto("/settings/calendar");
  await fillHoliday(page);
  await rules.look.click();
  await expect(rules.preview).toContainText("2 paket terbuka bergeser");
  await rules.apply.click();
  await page.getByRole("button", { name: /^Tarik: .*Pilkada Bali/ }).click();
  await rules.apply.click();
  await expect(page.getByText("Sudah ditarik. 2 paket bergeser")).toBeVisible();

  await page.goto("/settings/hours");
  await page.locator("summary", { hasText: "Tambah jam balas" }).click();
  await page.getByLabel("Berlaku mulai").fill("2026-11-26");
  await page.getByRole("combobox", { name: "Ekspedisi" }).selectOption("jne");
  await page.getByRole("button", { name: "Simpan jam balas" }).click();
  await expect(rules.done).toBeVisible();
  await page.locator("summary", { hasText: "Tarik" }).click();
  await page.getByRole("button", { name: "Ya, tarik" }).click();
  await expect(page.getByText("Sudah ditarik.")).toBeVisible();
});
