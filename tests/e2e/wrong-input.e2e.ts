import { readFileSync, writeFileSync } from "node:fs";
import { buildParcel, newResi } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { expect, test } from "./fixtures.ts";
import {
  attach,
  chooseParcel,
  choosePhoto,
  filingOn,
  openReports,
  TODAY,
  UPRIGHT_6,
} from "./scene.ts";

const SAID = "Sudah menunggu dari pagi";

test("nothing chosen, nothing pasted, an unknown resi and a stranger's", async ({
  server,
  cast,
  open,
}) => {
  await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const stranger = await buildActor(server, { kind: "seller" });
  const foreign = await buildParcel(server, { seller: stranger.slug, requestedAt: TODAY });
  const phone = await open(cast.seller, "phone");
  const { next, find, paste, alert } = filingOn(phone);
  await phone.goto("/pickup-problem/new");

  await next.click();
  await expect(alert).toContainText("Belum ada paket yang dipilih");
  await find.click();
  await expect(alert).toContainText("Nomor resinya masih kosong");

  const answers: string[] = [];
  for (const resi of [newResi(), foreign.resi]) {
    await paste.fill(resi);
    await find.click();
    await expect(alert).toContainText(resi);
    await expect(paste).toHaveValue(resi);
    answers.push(((await alert.textContent()) ?? "").replace(resi, "…"));
  }
  expect(answers[0]).toContain("Tidak ditemukan di akun Anda");
  expect(answers[1]).toBe(answers[0]);
});

test("a photo of 30 MB and a PDF called .jpg are refused in words, and the rest stays", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const phone = await open(cast.seller, "phone");
  const filing = await chooseParcel(phone, resi);
  await filing.words.fill(SAID);
  await attach(phone, UPRIGHT_6);

  const huge = test.info().outputPath("besar.jpg");
  writeFileSync(huge, Buffer.concat([readFileSync(UPRIGHT_6), Buffer.alloc(30 * 1024 * 1024)]));
  await choosePhoto(phone, huge);
  await expect(phone.getByText("Foto lebih dari 25 MB, jadi tidak disimpan.")).toBeVisible();
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  await choosePhoto(phone, { name: "resi.jpg", mimeType: "image/jpeg", buffer: pdf });
  await expect(phone.getByText("PDF tidak bisa dilampirkan")).toBeVisible();

  await filing.send.click();
  await expect(phone.getByText("Ada foto yang gagal diunggah")).toBeVisible();
  await expect(filing.words).toHaveValue(SAID);
  await expect(phone.getByText("Terunggah")).toHaveCount(1);
  for (const name of ["besar.jpg", "resi.jpg"]) {
    await phone.getByRole("button", { name: `Hapus foto ${name}` }).click();
  }
  await filing.send.click();
  await expect(phone.getByText(SAID)).toBeVisible();
  await expect(phone.locator('a[href*="/photos/"]')).toHaveCount(1);
});

test("two tabs file the same parcel: one report, and the second one's words are not lost", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const first = await open(cast.seller, "phone");
  const second = await first.context().newPage();
  for (const tab of [first, second]) await chooseParcel(tab, resi);
  await filingOn(first).words.fill("Dari tab pertama");
  await filingOn(first).send.click();
  await expect(first.getByText("Dari tab pertama")).toBeVisible();

  await filingOn(second).words.fill("Dari tab kedua");
  await filingOn(second).send.click();
  for (const tab of [first, second]) await expect(tab.getByText("Dari tab kedua")).toBeVisible();
  await expect(second.getByText("Dari tab pertama")).toBeVisible();
  expect(second.url()).toBe(first.url());
  expect(await openReports(server, resi)).toHaveLength(1);
});

test("a filing outlives a reload and a connection that is cut while it is sent", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const phone = await open(cast.seller, "phone");
  const filing = await chooseParcel(phone, resi);
  await filing.words.fill(SAID);
  await phone.getByLabel("Patokan dan ciri rumah").fill("Depan musala");
  await attach(phone, UPRIGHT_6);
  await phone.reload();
  await expect(filing.words).toHaveValue(SAID);
  await expect(phone.getByText("Terunggah")).toHaveCount(1);

  await phone.context().setOffline(true);
  await filing.send.click();
  await expect(phone.getByText("Belum terkirim: server tidak terjangkau.")).toBeVisible();
  await expect(filing.words).toHaveValue(SAID);
  expect(await openReports(server, resi)).toHaveLength(0);
  await phone.context().setOffline(false);

  await test.step("the server hears it, but its answer is lost", async () => {
    await phone.route("**/pickup-problem/new*", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      await route.abort();
    });
    await filing.send.click();
    await expect.poll(() => openReports(server, resi)).toHaveLength(1);
    await expect(phone.getByText("Belum terkirim: server tidak terjangkau.")).toBeVisible();
    await phone.unroute("**/pickup-problem/new*");
  });
  await filing.send.click();
  await expect(phone.getByRole("log").getByText(SAID)).toHaveCount(1);
  await expect(phone.locator('a[href*="/photos/"]')).toHaveCount(1);
  await expect(phone.getByRole("button", { name: "Kirim ulang" })).toHaveCount(0);
  expect(await openReports(server, resi)).toHaveLength(1);
});

test("filing without JavaScript, with a category that is refused first", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const phone = await open(cast.seller, {
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  await phone.goto("/pickup-problem/new");
  await filingOn(phone).next.click();
  await expect(filingOn(phone).alert).toContainText("Belum ada paket yang dipilih");

  const filing = await chooseParcel(phone, resi);
  await filing.category("long_pickup").check();
  await filing.words.fill(SAID);
  await choosePhoto(phone, UPRIGHT_6);
  await filing.send.click();
  await expect(filing.alert).toContainText("Batas pick up belum lewat");
  await expect(filing.words).toHaveValue(SAID);
  await expect(phone.getByText("Terunggah")).toHaveCount(1);
  expect(await openReports(server, resi)).toHaveLength(0);

  await filing.category("belum_pickup").check();
  await filing.send.click();
  await expect(phone.getByText(SAID)).toBeVisible();
  await expect(phone.locator('a[href*="/photos/"]')).toHaveCount(1);
});
