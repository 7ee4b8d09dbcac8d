import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "./fixtures.ts";
import {
  drawLarge,
  drawPhoto,
  lineOf,
  PDF,
  photosSaying,
  pickerOn,
  sentForm,
  uploadsOf,
  VIDEO,
  watchForms,
} from "./photo-scene.ts";
import { buildFiledReport, openThread } from "./scene.ts";

const WORDS = "Enam foto dari gudang";
const HEIC = {
  name: "IMG_0001.HEIC",
  mimeType: "image/heic",
  buffer: readFileSync("tests/fixtures/photos/label.heic"),
};

test("six photos over a slow network that is cut, with a reload in the middle: each arrives once", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const context = phone.context();
  const thread = await openThread(phone, code);
  const picker = pickerOn(phone);
  const line = await lineOf(phone);
  await line.slow();
  const means = [70, 90, 110, 130, 150, 170];
  await picker.gallery.setInputFiles(
    await Promise.all(means.map((mean, n) => drawPhoto(`foto-${n + 1}`, mean))),
  );
  await thread.words.fill(WORDS);
  await expect(picker.lines).toHaveCount(6);
  await expect(picker.done.first()).toBeVisible();
  await expect(picker.list.getByRole("progressbar").first()).toBeVisible();
  await line.cut();
  await expect(picker.list.getByText("Menunggu jaringan").first()).toBeVisible();
  const before = await picker.done.count();
  expect(before).toBeLessThan(6);

  await test.step("the answer to one of them is lost on its way", async () => {
    let lost = 0;
    await context.route("**/uploads", async (route) => {
      lost += 1;
      if (lost > 1) return route.abort();
      await route.fetch();
      await route.abort();
    });
    await line.slow();
    await phone.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => lost).toBeGreaterThan(1);
  });
  await phone.reload();
  await expect(picker.lines).toHaveCount(6);
  await expect(thread.words).toHaveValue(WORDS);
  const shown = () =>
    picker.list
      .locator("img")
      .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length);
  await expect.poll(shown).toBe(6);
  await context.unroute("**/uploads");
  await phone.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(picker.done).toHaveCount(6);
  await thread.send.click();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(6);
  expect(await photosSaying(server, WORDS)).toHaveLength(6);
  expect(await uploadsOf(server, cast.seller)).toHaveLength(6);
  await expect(picker.lines).toHaveCount(0);
  await phone.reload();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(6);
  await expect(picker.lines).toHaveCount(0);
});

test("a message that is sent before its photos are up takes them along, and each arrives once", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const thread = await openThread(phone, code);
  const picker = pickerOn(phone);
  const line = await lineOf(phone);
  await line.slow();
  await picker.gallery.setInputFiles(
    await Promise.all([80, 120, 160].map((mean) => drawPhoto(`foto-${mean}`, mean))),
  );
  await thread.words.fill(WORDS);
  await expect(picker.list.getByRole("progressbar")).toHaveCount(2);
  await thread.send.click();
  await expect(picker.lines).toHaveCount(0);
  await phone.reload();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(3);
  await expect(picker.lines).toHaveCount(0);
  expect(await photosSaying(server, WORDS)).toHaveLength(3);
  expect(await uploadsOf(server, cast.seller)).toHaveLength(3);
});

test("by its bytes: HEIC becomes a JPEG with its time, PDF and film stay listed with advice", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const desk = await open(cast.seller);
  const thread = await openThread(desk, code);
  const picker = pickerOn(desk);
  const decoders: string[] = [];
  desk.on("request", (request) => {
    if (request.url().includes("heic-worker")) decoders.push(request.url());
  });
  await picker.gallery.setInputFiles([PDF, VIDEO]);
  await expect(picker.list.getByText("PDF tidak bisa dilampirkan")).toBeVisible();
  await expect(picker.list.getByText("Video tidak bisa dilampirkan")).toBeVisible();
  expect(decoders).toEqual([]);

  await picker.gallery.setInputFiles(HEIC);
  await expect(picker.done).toHaveCount(1);
  expect(decoders).toHaveLength(1);
  await desk.reload();
  await expect(picker.lines).toHaveCount(3);
  await picker.list.getByRole("button", { name: "Hapus foto manifest.jpg" }).click();
  await picker.list.getByRole("button", { name: "Hapus foto serah terima.mp4" }).click();
  await thread.words.fill(WORDS);
  await thread.send.click();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(1);
  const evidence = await server.owner.selectFrom("photo_evidence").selectAll().execute();
  expect(evidence).toHaveLength(1);
  expect(JSON.stringify(evidence)).toContain("2026-11-25");
});

test("a large photo on a slow network travels small, upright and with its time", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  await watchForms(phone);
  await openThread(phone, code);
  const line = await lineOf(phone);
  await line.slow();
  const large = await drawLarge("gudang");
  expect(large.buffer.length).toBeGreaterThan(3_000_000);
  await pickerOn(phone).gallery.setInputFiles(large);
  const { names, reduced, photo } = await sentForm(phone);
  expect(names).toEqual(["clientId", "purpose", "code", "reduced", "photo"]);
  expect(reduced).toBe("1");
  expect(photo.length).toBeLessThanOrEqual(1_500_000);
  const { width, height, orientation, exif } = await sharp(photo).metadata();
  expect([height, orientation]).toEqual([2560, 1]);
  expect(width).toBe(1920);
  expect(exif?.toString("latin1")).toContain("2026:11:25 09:12:00");
  await expect(pickerOn(phone).done).toHaveCount(1);
});
