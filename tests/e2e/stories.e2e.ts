import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { buildParcel, everproCallback, kiriminAjaWebhook } from "../factories/parcels.ts";
import { readJpeg } from "../support/read-jpeg.ts";
import { KEYS, type TestServer } from "../support/test-server.ts";
import { expect, test } from "./fixtures.ts";
import { attach, chooseParcel, filingOn, openReports, UPRIGHT_6 } from "./scene.ts";

async function webhook(server: TestServer, source: "everpro" | "kiriminaja", body: object) {
  const header = source === "everpro" ? "x-everpro-key" : "x-webhook-token";
  const answer = await fetch(`${server.origin}/webhooks/tracking/${source}`, {
    method: "POST",
    headers: { "content-type": "application/json", [header]: KEYS[source] },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

async function loadPhoto(page: Page, selector = 'a[href*="/photos/"]') {
  const href = await page.locator(selector).first().getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  return readJpeg(new Uint8Array(await answer.body()));
}

test("a failed pick-up, from the seller's phone to the courier's promise and the scan that ends it", async ({
  server,
  cast,
  open,
}) => {
  const parcel = await buildParcel(server, {
    seller: cast.seller.slug,
    requestedAt: "2026-11-25T01:00:00Z",
  });
  const queue = await open(cast.operator);
  await queue.goto("/pickup-problem?tab=turn");
  await expect(queue.getByText("Live", { exact: true })).toBeVisible();
  await expect(queue.getByText(parcel.resi)).toHaveCount(0);

  await webhook(server, "everpro", everproCallback(parcel.resi, "FAILED PICKUP"));
  await expect
    .poll(
      async () =>
        (
          await server.owner
            .selectFrom("parcels")
            .select("stage")
            .where("id", "=", parcel.id)
            .executeTakeFirst()
        )?.stage,
    )
    .toBe("pickup_failed");

  const phone = await open(cast.seller, "phone");
  await chooseParcel(phone, parcel.resi);
  await expect(filingOn(phone).category("gagal_pickup")).toBeChecked();
  await attach(phone, UPRIGHT_6);
  await phone
    .getByLabel("Ceritakan singkat (boleh kosong)")
    .fill("Kurir datang jam 8, katanya toko tutup. Padahal buka.");
  await phone.getByRole("button", { name: /^Kirim (1 )?laporan/ }).click();
  await expect(phone.getByText("Kurir datang jam 8")).toBeVisible();

  await test.step("the queue shows it without a reload", async () => {
    await queue
      .getByRole("link", { name: new RegExp(parcel.resi) })
      .first()
      .click();
    await expect(queue.getByText("Kurir datang jam 8").last()).toBeVisible();
  });

  await test.step("the operator promises and the seller sees it live", async () => {
    await queue.getByRole("radio", { name: "Instruksi" }).check({ force: true });
    await queue.getByRole("combobox", { name: "Instruksi" }).selectOption("SCHEDULED");
    await queue.getByLabel("Tanggal").fill("2026-11-25");
    await queue.getByLabel("Dari jam").fill("14:00");
    await queue.getByLabel("Sampai jam").fill("16:00");
    await queue.getByLabel("Nama kurir").fill("Pak Joko");
    await queue.getByRole("button", { name: "Kirim instruksi" }).click();
    await expect(phone.getByText("Pak Joko").first()).toBeVisible();
    await expect(phone.getByText(/14\.00.16\.00/).first()).toBeVisible();
  });

  await test.step("the photo is upright and says nothing of its maker", async () => {
    const original = readJpeg(new Uint8Array(readFileSync(UPRIGHT_6)));
    expect(original.metadata.length).toBeGreaterThan(0);
    expect(original.width).toBeLessThan(original.height);
    const stored = await loadPhoto(queue);
    expect(stored.width).toBeGreaterThan(stored.height);
    expect(stored.metadata).toEqual([]);
  });

  await test.step("a custody scan resolves the report on both screens", async () => {
    await webhook(
      server,
      "kiriminaja",
      kiriminAjaWebhook("shipped_packages", parcel.resi, { shipped_at: "2026-11-25T02:59:00Z" }),
    );
    for (const page of [phone, queue])
      await expect(page.getByText("Selesai", { exact: true }).first()).toBeVisible();
    expect(await openReports(server, parcel.resi)).toMatchObject([
      { status: "resolved", resolution: "scan", waiting_on: "nobody" },
    ]);
  });
});

test("Pick Up Scan Issue is refused without a hand-over photo and accepted with it", async ({
  server,
  cast,
  open,
}) => {
  const parcel = await buildParcel(server, { seller: cast.seller.slug });
  const phone = await open(cast.seller, "phone");
  await chooseParcel(phone, parcel.resi);
  await filingOn(phone).category("scan_issue").check();
  await phone
    .getByLabel("Ceritakan singkat (boleh kosong)")
    .fill("Sudah dibawa kurir kemarin sore");
  await phone.getByRole("button", { name: /^Kirim (1 )?laporan/ }).click();
  await expect(phone.getByRole("alert").first()).toContainText(/serah terima/i);
  await expect(phone.getByLabel("Ceritakan singkat (boleh kosong)")).toHaveValue(
    "Sudah dibawa kurir kemarin sore",
  );
  expect(await openReports(server, parcel.resi)).toHaveLength(0);

  await attach(phone, UPRIGHT_6);
  await phone.getByRole("button", { name: /^Kirim (1 )?laporan/ }).click();
  await expect(phone.getByText("Sudah dibawa kurir kemarin sore")).toBeVisible();
  expect(await openReports(server, parcel.resi)).toMatchObject([
    { category_filed: "scan_issue", status: "open" },
  ]);
});

test("CS finds the stuck report and notes something that only CS receives", async ({
  server,
  cast,
  open,
}) => {
  const parcel = await buildParcel(server, {
    seller: cast.seller.slug,
    requestedAt: "2026-11-23T01:00:00Z",
  });
  const phone = await open(cast.seller, "phone");
  await chooseParcel(phone, parcel.resi);
  await expect(filingOn(phone).category("long_pickup")).toBeChecked();
  await phone.getByLabel("Ceritakan singkat (boleh kosong)").fill("Sudah dua hari menunggu");
  await phone.getByRole("button", { name: /^Kirim (1 )?laporan/ }).click();
  await expect(phone.getByText("Sudah dua hari menunggu")).toBeVisible();
  const address = new URL(phone.url()).pathname;

  const operator = await open(cast.operator);
  const received: string[] = [];
  for (const page of [phone, operator]) {
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => received.push(String(payload))),
    );
  }
  await Promise.all([phone.reload(), operator.goto(address)]);
  for (const page of [phone, operator])
    await expect(page.getByText("Live", { exact: true })).toBeVisible();

  const desk = await open(cast.cs);
  await desk.goto("/stuck");
  const row = desk.getByRole("listitem").filter({ hasText: parcel.resi });
  await expect(row).toContainText("Long Pick Up");
  await row.getByRole("link").click();
  await desk.getByRole("radio", { name: "Catatan internal" }).check({ force: true });
  await desk
    .getByRole("textbox", { name: "Catatan internal" })
    .fill("RAHASIA-CS: hubungi koordinator hub");
  await desk.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(desk.getByText("RAHASIA-CS").first()).toBeVisible();
  await expect
    .poll(() =>
      server.owner
        .selectFrom("entries")
        .select("audience")
        .where("body", "like", "RAHASIA%")
        .execute(),
    )
    .toEqual([{ audience: "support" }]);

  await test.step("a message after it reaches both, and the note neither", async () => {
    await desk.getByRole("radio", { name: "Pesan" }).check({ force: true });
    await desk.getByLabel("Pesan untuk semua pihak").fill("Kami tanyakan ke ekspedisi sekarang");
    await desk.getByRole("button", { name: "Kirim Pesan" }).click();
    for (const page of [phone, operator])
      await expect(page.getByText("Kami tanyakan ke ekspedisi sekarang").last()).toBeVisible();
    expect(received.some((frame) => frame.includes("Kami tanyakan"))).toBe(true);
    expect(received.filter((frame) => frame.includes("RAHASIA"))).toEqual([]);
    for (const page of [phone, operator]) {
      await page.reload();
      expect(await page.content()).not.toContain("RAHASIA");
    }
  });
});
