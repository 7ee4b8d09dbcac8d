import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { message } from "../factories/reports.ts";
import { expect, test } from "./fixtures.ts";
import { buildFiledReport, openThread, threadOn, UPRIGHT_6 } from "./scene.ts";

type Given = { name: string; type: string };

/** Gives files to the page as a paste or a drop does. */
async function giveFiles(page: Page, how: "paste" | "drop", files: Given[]) {
  const bytes = readFileSync(UPRIGHT_6).toString("base64");
  await threadOn(page).words.evaluate(
    (field, given) => {
      const photo = Uint8Array.from(atob(given.bytes), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      for (const { name, type } of given.files) {
        const content = type === "application/pdf" ? "%PDF-1.7" : photo;
        clipboardData.items.add(new File([content], name, { type }));
      }
      const more = { bubbles: true, cancelable: true };
      field.dispatchEvent(
        given.how === "paste"
          ? new ClipboardEvent("paste", { clipboardData, ...more })
          : new DragEvent("drop", { dataTransfer: clipboardData, ...more }),
      );
    },
    { how, files, bytes },
  );
}

test("photos are pasted and dropped, what is none stays listed with advice, and links open elsewhere", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const desk = await open(cast.seller);
  const thread = await openThread(desk, code);
  await giveFiles(desk, "paste", [{ name: "satu.jpg", type: "image/jpeg" }]);
  await giveFiles(desk, "drop", [
    { name: "dua.jpg", type: "image/jpeg" },
    { name: "tagihan.pdf", type: "application/pdf" },
  ]);
  await expect(desk.getByText("PDF tidak bisa dilampirkan")).toBeVisible();
  await expect(desk.getByText("Terunggah")).toHaveCount(2);
  await desk.getByRole("button", { name: "Hapus foto tagihan.pdf" }).click();
  await thread.words.fill("Lokasi: https://peta.id/toko-sari, javascript:alert(1)");
  await thread.send.click();
  await expect(thread.log.locator('a[href*="/photos/"]')).toHaveCount(2);
  const link = thread.log.getByRole("link", { name: "https://peta.id/toko-sari" });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(thread.log.locator('a[href^="javascript"]')).toHaveCount(0);
});

test("single keys: through the list, into the reply, and switched off", async ({
  server,
  cast,
  open,
}) => {
  const reports = [];
  for (let n = 0; n < 3; n += 1) reports.push(await buildFiledReport(server, cast.seller));
  const desk = await open(cast.operator);
  await desk.goto("/pickup-problem?tab=all");
  await expect(desk.getByText("Live", { exact: true })).toBeVisible();
  const rows = desk.locator(".row-link");
  await expect(rows).toHaveCount(3);
  const hrefs = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("href") ?? ""));
  const pathOf = (index: number) => new URL(hrefs[index] ?? "", server.origin).pathname;
  const at = async (index: number) => {
    await expect(desk).toHaveURL((url) => url.pathname === pathOf(index));
    // The address changes a moment before the page does.
    await expect(rows.nth(index)).toHaveAttribute("aria-current", "true");
  };

  await desk.keyboard.press("j");
  await at(0);
  await desk.keyboard.press("j");
  await at(1);
  await desk.keyboard.press("k");
  await at(0);
  await desk.keyboard.press("n");
  await at(1);

  await desk.keyboard.press("r");
  await expect(threadOn(desk).words).toBeFocused();
  await desk.keyboard.type("jurnal?");
  await expect(threadOn(desk).words).toHaveValue("jurnal?");
  await at(1);

  await threadOn(desk).words.blur();
  await desk.keyboard.press("?");
  const help = desk.getByRole("dialog", { name: "Tombol pintas" });
  await help.getByRole("checkbox").uncheck();
  await desk.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await desk.keyboard.press("k");
  await desk.keyboard.press("?");
  await desk.keyboard.press("Control+Home");
  await expect(help).toHaveCount(0);
  await at(1);
});

test("scrolled up, nothing moves and the way down counts what came", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const say = (body: string) => postMessage(server.ctx, cast.operator, code, message(body));
  for (let n = 0; n < 12; n += 1) await say(`Kabar ${n}\nbaris dua\nbaris tiga`);
  const desk = await open(cast.seller);
  const thread = await openThread(desk, code);
  const read = thread.log.getByText("Kabar 3");
  await read.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect(desk.getByRole("button", { name: "Ke pesan terakhir" })).toBeVisible();
  const before = (await read.boundingBox())?.y;
  await say("Kurir berangkat");
  await say("Kurir sampai");
  const down = desk.getByRole("button", { name: "2 pesan baru" });
  await expect(down).toBeVisible();
  expect((await read.boundingBox())?.y).toBe(before);
  await down.click();
  await expect(thread.log.getByText("Kurir sampai")).toBeInViewport();
  await expect(down).toHaveCount(0);
});

test("a list that renews itself on a slow network leaves everybody where they have scrolled to", async ({
  server,
  cast,
  open,
}) => {
  const reports = [];
  for (let n = 0; n < 14; n += 1) reports.push(await buildFiledReport(server, cast.seller));
  const phone = await open(cast.seller, "phone");
  await phone.goto("/pickup-problem?tab=all");
  await expect(phone.getByText("Live", { exact: true })).toBeVisible();
  const scroll = (y: number) => phone.evaluate((to) => window.scrollTo(0, to), y);
  const place = () => phone.evaluate(() => window.scrollY);

  const held: (() => void)[] = [];
  await phone.route(/_data=/, async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.fallback();
  });
  await scroll(120);
  await postMessage(server.ctx, cast.operator, reports[3]?.code ?? "", message("Kurir berangkat"));
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await scroll(480);
  await phone.unroute(/_data=/);
  for (const go of held) go();
  await expect(phone.getByText("Kurir berangkat")).toBeVisible();
  expect(await place()).toBe(480);

  const row = phone.locator("a.row-link").nth(8);
  await row.click();
  await expect(threadOn(phone).log).toBeVisible();
  await phone.goBack();
  await expect(row).toBeInViewport();
  await expect.poll(place).toBeGreaterThan(0);
  const back = await place();
  await phone.reload();
  await expect(phone.getByText("Live", { exact: true })).toBeVisible();
  expect(await place()).toBe(back);
});

test("where one had stopped is marked, and earlier pages come without moving what is read", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const say = (body: string) => postMessage(server.ctx, cast.operator, code, message(body));
  for (let n = 0; n < 70; n += 1) await say(`Kabar ${n}.`);
  const desk = await open(cast.seller);
  const thread = await openThread(desk, code);
  await expect(thread.log.getByText("Kabar 69.")).toBeInViewport();
  const isRead = () =>
    server.owner
      .selectFrom("read_marks")
      .select("read_seq")
      .where("user_id", "=", cast.seller.userId)
      .execute();
  await expect.poll(async () => (await isRead()).some((mark) => mark.read_seq >= 70)).toBe(true);
  await desk.goto("/pickup-problem");
  await say("Kurir berangkat");
  await say("Kurir sampai");

  await desk.route("**/entries?older=1*", (route) => route.abort());
  await openThread(desk, code);
  const lines = thread.log.getByRole("listitem");
  await expect(lines.filter({ hasText: /^Baru$/ })).toHaveCount(1);
  const texts = await lines.allInnerTexts();
  const divider = texts.indexOf("Baru");
  expect(texts[divider - 1]).toContain("Kabar 69.");
  expect(texts[divider + 1]).toContain("Kurir berangkat");

  // Not the first one, which goes on under the name of those that come above it.
  const early = thread.log.getByText(/^Kabar \d+\.$/).nth(3);
  const name = (await early.textContent()) ?? "";
  await early.scrollIntoViewIfNeeded();
  await expect(thread.log.getByText("Pesan sebelumnya belum bisa dimuat.")).toBeVisible();
  await desk.unroute("**/entries?older=1*");
  const more = thread.log.getByRole("button", { name: "Muat pesan sebelumnya" });
  await more.focus();
  const read = thread.log.getByText(name, { exact: true });
  const before = (await read.boundingBox())?.y ?? 0;
  await desk.keyboard.press("Enter");
  await expect(thread.log.getByText("Kabar 0.")).toBeAttached();
  expect(Math.abs(((await read.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});
