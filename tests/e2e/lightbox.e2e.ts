import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import type { TestServer } from "../support/test-server.ts";
import { expect, type Person, test } from "./fixtures.ts";
import { complaintsInBoth, excessOf, shoot } from "./look-at.ts";
import { drawPhoto } from "./photo-scene.ts";
import { buildFiledReport, openThread } from "./scene.ts";

/** A thread with a message of three photos and one of one. */
async function buildAlbum(server: TestServer, seller: Person) {
  const { code } = await buildFiledReport(server, seller);
  const upload = [];
  for (const mean of [80, 120, 160]) {
    const { buffer } = await drawPhoto("foto", mean);
    const given = { bytes: new Uint8Array(buffer), purpose: "handover" as const };
    upload.push(await buildUpload(server, seller, given));
  }
  const [first, second, third] = upload;
  await postMessage(server.ctx, seller, code, {
    ...message("Tiga foto serah terima"),
    upload: [first, second].flatMap((one) => one ?? []),
  });
  const last = { ...message("Satu lagi"), upload: third ? [third] : [] };
  await postMessage(server.ctx, seller, code, last);
  return code;
}

test("the lightbox: through all photos of the thread, closer, turned, and back to where one was", async ({
  server,
  cast,
  open,
}) => {
  const code = await buildAlbum(server, cast.seller);
  const desk = await open(cast.operator);
  const thread = await openThread(desk, code);
  const links = thread.log.locator('a[href*="/photos/"]');
  await expect(links).toHaveCount(3);
  await links.nth(1).focus();
  await desk.keyboard.press("Enter");
  const box = desk.getByRole("dialog");
  await expect(box.getByText("2 dari 3")).toBeVisible();
  await expect(box.getByText("Bukti serah terima (HO)")).toBeVisible();
  const picture = box.getByRole("img");
  const isShown = () => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth > 0);
  await expect.poll(isShown).toBe(true);
  await desk.keyboard.press("ArrowRight");
  await expect(box.getByText("3 dari 3")).toBeVisible();
  await desk.keyboard.press("ArrowRight");
  await expect(box.getByText("3 dari 3")).toBeVisible();
  await desk.keyboard.press("ArrowLeft");
  await desk.keyboard.press("ArrowLeft");
  await expect(box.getByText("1 dari 3")).toBeVisible();
  await expect.poll(isShown).toBe(true);

  await test.step("turned it stands upright and still fits", async () => {
    const before = await picture.boundingBox();
    await box.getByRole("button", { name: "Putar" }).click();
    const after = await picture.boundingBox();
    expect((before?.width ?? 0) > (before?.height ?? 0)).toBe(true);
    expect((after?.width ?? 0) < (after?.height ?? 0)).toBe(true);
    expect(after?.y).toBeGreaterThanOrEqual(0);
    for (let n = 0; n < 3; n += 1) await desk.keyboard.press("r");
  });
  await test.step("closer by button and wheel, and back", async () => {
    const widthOf = async () => (await picture.boundingBox())?.width ?? 0;
    const before = await widthOf();
    await box.getByRole("button", { name: "Perbesar" }).click();
    await expect.poll(widthOf).toBeGreaterThan(before * 1.2);
    await desk.keyboard.press("0");
    await expect.poll(widthOf).toBe(before);
    await picture.hover();
    await desk.mouse.wheel(0, -200);
    await expect.poll(widthOf).toBeGreaterThan(before);
    await desk.keyboard.press("0");
  });
  const download = box.getByRole("link", { name: "Unduh" });
  expect(await download.getAttribute("href")).toMatch(/\/full\?download=1$/);
  expect(await complaintsInBoth(desk)).toEqual([]);
  await shoot(desk, "lightbox desk");
  await desk.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(links.nth(1)).toBeFocused();
});

test("on a phone: a swipe turns the page, a broken photo says so and keeps its place", async ({
  server,
  cast,
  open,
}) => {
  const code = await buildAlbum(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  await phone.route("**/photos/*/thumb", (route) => route.abort());
  const thread = await openThread(phone, code);
  const links = thread.log.locator('a[href*="/photos/"]');
  await expect(links.first().getByText("Foto belum bisa dimuat")).toBeVisible();
  await shoot(phone, "thumbs broken phone");
  await phone.unroute("**/photos/*/thumb");
  await phone.reload();
  await links.first().tap();
  const box = phone.getByRole("dialog");
  await expect(box.getByText("1 dari 3")).toBeVisible();
  await shoot(phone, "lightbox phone");
  await box.locator(".photo-stage").evaluate((stage) => {
    const at = (type: string, clientX: number) =>
      stage.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, clientX, clientY: 300, bubbles: true }),
      );
    at("pointerdown", 300);
    at("pointermove", 200);
    at("pointerup", 100);
  });
  await expect(box.getByText("2 dari 3")).toBeVisible();
  await phone.setViewportSize({ width: 320, height: 560 });
  expect(await excessOf(phone)).toBe(0);
});
