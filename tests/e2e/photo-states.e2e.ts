import { erasePhotos } from "#app/domain/photos/erase-photos.server.ts";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { message } from "../factories/reports.ts";
import { buildUpload, keepStoreAway } from "../factories/uploads.ts";
import { expect, test } from "./fixtures.ts";
import { complaintsInBoth, excessOf, shoot } from "./look-at.ts";
import { buildFiledReport, openThread } from "./scene.ts";

test("photos that wait for their store are seen and say so, erased ones are gone and say so", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const stored = await buildUpload(server, cast.seller);
  const bringStoreBack = keepStoreAway(server.store);
  const waiting = await buildUpload(server, cast.seller);
  const upload = [waiting, stored];
  await postMessage(server.ctx, cast.seller, code, message("Dua foto", { upload }));
  const phone = await open(cast.operator, "phone");
  const thread = await openThread(phone, code);
  const links = thread.log.locator('a[href*="/photos/"]');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toContainText("Aman, menunggu");
  await shoot(phone, "photo waiting phone");
  await links.first().tap();
  const picture = phone.getByRole("dialog").getByRole("img");
  await expect
    .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await phone.keyboard.press("Escape");

  await test.step("the store is back", async () => {
    bringStoreBack();
    await placeHeldObjects(server.ctx);
    await phone.reload();
    await expect(links).toHaveCount(2);
    await expect(thread.log.getByText("Aman, menunggu")).toHaveCount(0);
  });
  await test.step("the seller's photos are erased", async () => {
    await erasePhotos(server.ctx, cast.seller.organisationId);
    await phone.reload();
    // A picture that is taken before scripts run changes what they find.
    await expect(phone.getByText("Live", { exact: true })).toBeVisible();
    await expect(thread.log.getByText("Foto ini sudah dihapus")).toHaveCount(2);
    await expect(links).toHaveCount(0);
    await shoot(phone, "photo erased phone");
    expect(await complaintsInBoth(phone)).toEqual([]);
    await phone.setViewportSize({ width: 320, height: 560 });
    expect(await excessOf(phone)).toBe(0);
  });
});
