import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { expect, test } from "./fixtures.ts";
import { complaintsInBoth, excessOf, shoot } from "./look-at.ts";
import { drawLarge } from "./photo-scene.ts";
import { buildFiledReport, openThread } from "./scene.ts";

test("CS reads what a photo says of itself, and goes to the resi that shows the same one", async ({
  server,
  cast,
  open,
}) => {
  const { buffer } = await drawLarge("gudang");
  const codes: string[] = [];
  for (const body of ["Bukti pertama", "Bukti kedua"]) {
    const { code } = await buildFiledReport(server, cast.seller);
    const given = { bytes: new Uint8Array(buffer), purpose: "handover" as const };
    const upload = [await buildUpload(server, cast.seller, given)];
    await postMessage(server.ctx, cast.seller, code, message(body, { upload }));
    codes.push(code);
  }
  const [first, second] = codes;
  const desk = await open(cast.cs);
  const thread = await openThread(desk, second ?? "");
  await expect(thread.log.getByText(/Foto yang persis sama/)).toBeVisible();
  await shoot(desk, "repeated desk");
  await thread.log.locator('a[href*="/photos/"]').click();
  const box = desk.getByRole("dialog");
  const panel = box.getByRole("region", { name: "Data bukti" });
  const toggle = box.getByRole("button", { name: "Data bukti" });

  await test.step("where it does not come, it can be asked for again", async () => {
    await desk.route("**/evidence", (route) => route.abort());
    await toggle.click();
    await expect(panel.getByText("Data bukti belum bisa dimuat")).toBeVisible();
    await shoot(desk, "evidence failed desk");
    await desk.unroute("**/evidence");
    await panel.getByRole("button", { name: "Coba lagi" }).click();
  });
  await expect(panel).toContainText("25 Nov 2026 09.12 menurut jam kamera");
  await expect(panel).toContainText("Uji Ponsel Uji");
  expect(await panel.locator("dd:empty").count()).toBe(0);
  await shoot(desk, "evidence desk");
  expect(await complaintsInBoth(desk)).toEqual([]);
  await desk.setViewportSize({ width: 360, height: 740 });
  await shoot(desk, "evidence phone");
  expect(await complaintsInBoth(desk)).toEqual([]);
  await desk.setViewportSize({ width: 320, height: 560 });
  expect(await excessOf(desk)).toBe(0);

  await panel.getByRole("link", { name: /^IDE/ }).click();
  await expect(desk).toHaveURL(new RegExp(`/pickup-problem/${first}$`));
  await expect(box).toHaveCount(0);
  await expect(thread.log.getByText("Bukti pertama")).toBeVisible();
});
