import type { Page } from "@playwright/test";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { listCodes } from "#app/domain/tracking/map-code.server.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import type { TestServer } from "../support/test-server.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { DESK, type Look, lookAt, PHONE } from "./look-at.ts";

const TUESDAY = "2026-11-24T02:00:00Z";
const NO_SCRIPT = { ...PHONE, javaScriptEnabled: false };

const buildAdmin = (server: TestServer) =>
  buildActor(server, { kind: "support", role: "admin", level: 2, name: "Dewi" });

/** What an administrator sees and touches. */
const rulesOn = (page: Page) => ({
  look: page.getByRole("button", { name: "Lihat dampaknya" }),
  preview: page.getByRole("region", { name: "Pratinjau dampak" }),
  withdrawal: page.getByRole("region", { name: "Pratinjau penarikan" }),
  apply: page.getByRole("button", { name: "Terapkan" }),
  done: page.getByText("Perubahan sudah diterapkan."),
});

async function fillHoliday(page: Page) {
  await page.locator("summary", { hasText: "Tambah tanggal" }).click();
  await page.getByLabel("Tanggal").fill("2026-11-25");
  await page.getByLabel("Nama").fill("Pilkada Bali");
  await page.getByLabel("Provinsi asal").selectOption("Bali");
}

/** Two parcels wait in Bali and one in Bandung; a third of Bali is late. */
async function buildBali(server: TestServer, seller: Person) {
  const book = (province: string, requestedAt = TUESDAY) =>
    buildParcel(server, { seller: seller.slug, province, requestedAt });
  const bali = [await book("Bali"), await book("Bali")] as const;
  const bandung = await book("Jawa Barat");
  const late = await book("Bali", "2026-11-21T02:00:00Z");
  const codes = {
    bali: await buildReport(server, seller, bali[0].id),
    bandung: await buildReport(server, seller, bandung.id),
    late: await buildReport(server, seller, late.id, "long_pickup"),
  };
  await recordMoments(server.ctx);
  return { bali, bandung, late, codes };
}

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

for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
  test(`axe has nothing to say about rules and tracking on a ${device}`, async ({
    server,
    cast,
    open,
  }) => {
    const { bali } = await buildBali(server, cast.seller);
    await track(server, "everpro", everproCallback(bali[0].resi, `KODE ${"PANJANG".repeat(12)}`));
    await track(server, "everpro", { another: "form".repeat(80) });
    const page = await open(await buildAdmin(server), options);
    const found: string[] = [];
    for (const look of LOOKS) found.push(...(await lookAt(page, look)));
    expect(found).toEqual([]);
  });
}
