import type { Page } from "@playwright/test";
import type { TestServer } from "../support/test-server.ts";
import { expect, signInAs, test } from "./fixtures.ts";
import {
  buildFiledReport,
  choosePhoto,
  entriesSaying,
  openThread,
  threadOn,
  UPRIGHT_6,
} from "./scene.ts";

const FIRST = "Paket masih di toko";
const SECOND = "Ini fotonya, Mas";

const chipOn = (page: Page) => page.getByRole("link", { name: /\d+ pesan menunggu/ });

const saidIn = (server: TestServer) =>
  server.owner
    .selectFrom("entries")
    .select("body")
    .where("body", "in", [FIRST, SECOND])
    .orderBy("seq")
    .execute();

test("words and a photo written without a network outlive a reload and a closed page, and go once, in order", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const context = phone.context();
  const thread = await openThread(phone, code);
  await context.setOffline(true);
  await thread.words.fill(FIRST);
  await thread.send.click();
  await expect(thread.log.getByText("Menunggu jaringan")).toBeVisible();
  await thread.words.fill(SECOND);
  await choosePhoto(phone, UPRIGHT_6);
  await thread.send.click();
  await expect(thread.log.getByText("Menunggu giliran")).toBeVisible();
  await expect(thread.words).toHaveValue("");
  await expect(chipOn(phone)).toHaveText(/2/);

  await test.step("the network of pages is back, that of messages is not", async () => {
    await context.route(/\/(messages|uploads)$/, (route) => route.abort());
    await context.setOffline(false);
    await phone.reload();
    await expect(thread.log.getByText(FIRST)).toBeVisible();
    await expect(thread.log.getByText(SECOND)).toBeVisible();
    const photo = thread.log.getByRole("img").last();
    await expect
      .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  });
  await phone.close();

  const again = await context.newPage();
  await again.goto("/pickup-problem?tab=all");
  await expect(chipOn(again)).toHaveText(/2/);
  await context.unroute(/\/(messages|uploads)$/);
  await again.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(chipOn(again)).toHaveCount(0);
  await expect.poll(() => saidIn(server)).toEqual([{ body: FIRST }, { body: SECOND }]);
  await again.goto(`/pickup-problem/${code}`);
  await expect(threadOn(again).log.getByText(SECOND)).toHaveCount(1);
  await expect(threadOn(again).log.locator('a[href*="/photos/"]')).toHaveCount(1);
});

test("a busy server is left alone and then gets it; a refusal keeps the words; another person sends nothing", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const desk = await open(cast.seller);
  const thread = await openThread(desk, code);
  const answers = [
    { status: 503, kind: "unavailable", code: "unavailable" },
    { status: 409, kind: "conflict", code: "report.closed" },
  ];
  await desk.route("**/messages", async (route) => {
    const answer = answers.shift();
    if (!answer) return route.fallback();
    await route.fulfill({
      status: answer.status,
      headers: { "retry-after": "2" },
      json: { ...answer, params: {}, fields: {} },
    });
  });
  await thread.words.fill(FIRST);
  await thread.send.click();
  await expect(thread.log.getByText("Server sedang sibuk")).toBeVisible();
  await expect(thread.log.getByText("Gagal terkirim")).toBeVisible();
  expect(await entriesSaying(server, FIRST)).toHaveLength(0);

  await thread.words.fill(SECOND);
  await thread.send.click();
  await expect.poll(() => entriesSaying(server, SECOND)).toHaveLength(1);
  await expect(thread.log.getByText(FIRST)).toBeVisible();
  await thread.log.getByRole("button", { name: "Ubah", exact: true }).click();
  await expect(thread.words).toHaveValue(FIRST);
  await expect(thread.log.getByText(FIRST)).toHaveCount(0);

  await test.step("what one person left, the next on this device neither sees nor sends", async () => {
    await desk.context().route("**/messages", (route) => route.abort());
    await thread.send.click();
    await expect(chipOn(desk)).toBeVisible();
    await signInAs(desk.context(), server, cast.operator);
    const next = await openThread(desk, code);
    await desk.context().unroute("**/messages");
    await next.words.fill("Dari kurir");
    await next.send.click();
    await expect.poll(() => entriesSaying(server, "Dari kurir")).toHaveLength(1);
    await expect(next.log.getByText(FIRST)).toHaveCount(0);
    await expect(chipOn(desk)).toHaveCount(0);
    expect(await entriesSaying(server, FIRST)).toHaveLength(0);
  });

  await signInAs(desk.context(), server, cast.seller);
  await desk.goto("/pickup-problem");
  await expect.poll(() => entriesSaying(server, FIRST)).toHaveLength(1);
});

test("what went into a dead network goes again as soon as that is back, and is one message", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const context = phone.context();
  const thread = await openThread(phone, code);
  let asked = 0;
  // Nobody ever answers, and nothing breaks.
  await context.route(/\/messages$/, () => {
    asked += 1;
  });
  await thread.words.fill(FIRST);
  await thread.send.click();
  await expect.poll(() => asked).toBe(1);
  await phone.waitForTimeout(2_500);
  await context.unroute(/\/messages$/);
  await phone.evaluate(() => window.dispatchEvent(new Event("online")));
  // Left alone it would be patient for fifteen seconds.
  await expect.poll(() => saidIn(server), { timeout: 12_000 }).toEqual([{ body: FIRST }]);
  await expect(thread.log.getByText(FIRST)).toHaveCount(1);
});
