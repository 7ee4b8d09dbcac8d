import sharp from "sharp";
import { buildParcel } from "../factories/parcels.ts";
import { expect, test } from "./fixtures.ts";
import { complaintsInBoth, excessOf, shoot } from "./look-at.ts";
import { drawDark, drawPhoto, PDF, pickerOn, uploadsOf, VIDEO } from "./photo-scene.ts";
import { buildFiledReport, chooseParcel, openThread, TODAY } from "./scene.ts";

test("advice under a photo: quiet, with what is meant, and never in the way", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const thread = await openThread(phone, code);
  const picker = pickerOn(phone);
  await phone.locator("select[name=purpose]:visible").selectOption("ready");
  await picker.gallery.setInputFiles([await drawDark("gelap"), PDF]);
  await expect(picker.done).toHaveCount(1);
  await expect(picker.list.getByText("Foto terlalu gelap")).toBeVisible();
  await shoot(phone, "advice phone");
  expect(await complaintsInBoth(phone)).toEqual([]);
  await phone.setViewportSize({ width: 320, height: 640 });
  expect(await excessOf(phone)).toBe(0);

  await test.step("kept as it is, it is left alone, also after a reload", async () => {
    await picker.list.getByRole("button", { name: "Tetap pakai gelap.jpg" }).click();
    await expect(picker.list.getByText("Foto terlalu gelap")).toHaveCount(0);
    await phone.reload();
    await expect(picker.done).toHaveCount(1);
    await expect(picker.list.getByText("Foto terlalu gelap")).toHaveCount(0);
  });
  await test.step("or another one takes its place, and the former is forgotten", async () => {
    await picker.gallery.setInputFiles(await drawDark("gelap lagi"));
    await picker.list
      .getByLabel("Ganti foto gelap lagi.jpg")
      .setInputFiles(await drawPhoto("terang", 130));
    await expect(picker.done).toHaveCount(2);
    await expect(picker.list.getByText("Foto terlalu gelap")).toHaveCount(0);
    await expect.poll(async () => (await uploadsOf(server, cast.seller)).length).toBe(2);
  });
  await picker.list.getByRole("button", { name: "Hapus foto manifest.jpg" }).click();
  await thread.send.click();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(2);
});

test("what personal data a photo shows is covered on the device, by mouse and by keyboard", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const desk = await open(cast.seller);
  await openThread(desk, code);
  const picker = pickerOn(desk);
  await picker.gallery.setInputFiles(await drawPhoto("resi", 150));
  await expect(picker.done).toHaveCount(1);
  const cover = picker.list.getByRole("button", { name: "Tutupi data pribadi di resi.jpg" });
  await cover.focus();
  await desk.keyboard.press("Enter");
  const box = desk.getByRole("dialog", { name: "Tutupi data pribadi" });
  const area = await box.getByRole("img").boundingBox();
  if (!area) throw new Error("The picture is not shown");
  await desk.mouse.move(area.x + area.width * 0.1, area.y + area.height * 0.1);
  await desk.mouse.down();
  await desk.mouse.move(area.x + area.width * 0.5, area.y + area.height * 0.3, { steps: 4 });
  await desk.mouse.up();
  await expect(box.getByText("1 kotak")).toBeVisible();

  await box.getByRole("button", { name: "Tambah kotak" }).click();
  const second = box.getByRole("button", { name: "Kotak 2 dari 2" });
  await expect(second).toBeFocused();
  const before = await second.boundingBox();
  for (let n = 0; n < 5; n += 1) await desk.keyboard.press("ArrowDown");
  for (let n = 0; n < 5; n += 1) await desk.keyboard.press("Shift+ArrowDown");
  const after = await second.boundingBox();
  expect(after?.y).toBeGreaterThan(before?.y ?? 0);
  expect(after?.height).toBeGreaterThan(before?.height ?? 0);
  await desk.keyboard.press("Delete");
  await expect(box.getByText("1 kotak")).toBeVisible();
  await box.getByRole("button", { name: "Urungkan" }).click();
  await expect(box.getByText("2 kotak")).toBeVisible();
  expect(await complaintsInBoth(desk)).toEqual([]);
  await shoot(desk, "cover desk");
  await desk.setViewportSize({ width: 360, height: 740 });
  await shoot(desk, "cover phone");
  await desk.setViewportSize({ width: 320, height: 560 });
  expect(await excessOf(desk)).toBe(0);
  await box.getByRole("button", { name: "Pakai foto ini" }).click();
  await expect(box).toHaveCount(0);
  await expect(picker.done).toHaveCount(1);

  await expect.poll(async () => (await uploadsOf(server, cast.seller)).length).toBe(1);
  const [upload] = await uploadsOf(server, cast.seller);
  const { stream } = await server.store.open(upload?.full_key ?? "");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  const { data, info } = await sharp(Buffer.concat(chunks))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const brightAt = (x: number, y: number) =>
    data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels];
  expect(brightAt(0.3, 0.2)).toBeLessThan(12);
  expect(brightAt(0.5, 0.55)).toBeLessThan(12);
  expect(brightAt(0.05, 0.9)).toBeGreaterThan(60);
});

test("filing: the photos and their advice on one page, with what was refused among them", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, { seller: cast.seller.slug, requestedAt: TODAY });
  const phone = await open(cast.seller, "phone");
  const filing = await chooseParcel(phone, resi);
  const picker = pickerOn(phone);
  await picker.gallery.setInputFiles([
    await drawPhoto("depan", 140),
    await drawDark("samping"),
    VIDEO,
  ]);
  await expect(picker.done).toHaveCount(2);
  await expect(picker.list.getByText("Foto terlalu gelap")).toBeVisible();
  await picker.list.scrollIntoViewIfNeeded();
  await shoot(phone, "filing phone");
  expect(await complaintsInBoth(phone)).toEqual([]);
  await phone.setViewportSize({ width: 320, height: 640 });
  expect(await excessOf(phone)).toBe(0);
  await phone.setViewportSize({ width: 1440, height: 900 });
  await shoot(phone, "filing desk");
  await phone.reload();
  await expect(picker.lines).toHaveCount(3);
  await picker.list.getByRole("button", { name: "Lihat depan.jpg" }).click();
  await expect(phone.getByRole("dialog").getByText("1 dari 2")).toBeVisible();
  await phone.keyboard.press("Escape");
  await filing.send.click();
  await expect(phone.getByText("Ada foto yang gagal diunggah")).toBeVisible();
  await picker.list.getByRole("button", { name: "Hapus foto serah terima.mp4" }).click();
  await filing.send.click();
  await expect(phone.locator('a[href*="/photos/"]')).toHaveCount(2);
  expect(await uploadsOf(server, cast.seller)).toHaveLength(2);
});
