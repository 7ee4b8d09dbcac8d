import { buildParcel } from "../factories/parcels.ts";
import { expect, test } from "./fixtures.ts";
import { buildFiledReport, chooseParcel, entriesSaying, openThread, threadOn } from "./scene.ts";

const SAID = "Kurir belum datang juga";

test("a message that a dead network cut off fails in words, and goes once when it is back", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const thread = await openThread(phone, code);
  await phone.context().setOffline(true);
  await thread.words.fill(SAID);
  await thread.send.click();
  await expect(thread.log.getByText("Belum terkirim")).toBeVisible();
  await expect(thread.log.getByText("Menunggu jaringan")).toBeVisible();
  await expect(thread.resend).toBeVisible();
  await expect(thread.copy).toBeVisible();
  expect(await entriesSaying(server, SAID)).toHaveLength(0);

  await phone.context().setOffline(false);
  await expect(thread.resend).toHaveCount(0);
  await expect(thread.log.getByText(SAID)).toHaveCount(1);
  await expect.poll(() => entriesSaying(server, SAID)).toHaveLength(1);
  await expect(thread.log.getByText("Mengirim…")).toHaveCount(0);
  expect(await entriesSaying(server, SAID)).toHaveLength(1);
});

test("a message whose answer was lost survives a reload, and sent again is still one", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const thread = await openThread(phone, code);
  await phone.route("**/messages", (route) => route.abort());
  await thread.words.fill(SAID);
  await thread.send.click();
  await expect(thread.resend).toBeVisible();
  await phone.reload();
  await expect(thread.log.getByText(SAID)).toBeVisible();
  await expect(thread.copy).toBeVisible();
  expect(await entriesSaying(server, SAID)).toHaveLength(0);

  await phone.unroute("**/messages");
  let isHeard = false;
  await phone.route("**/messages", async (route) => {
    if (isHeard) return route.fallback();
    isHeard = true;
    await route.fetch();
    await route.abort();
  });
  // It goes by itself.
  await expect.poll(() => entriesSaying(server, SAID)).toHaveLength(1);
  // The thread itself tells that it arrived.
  await expect(thread.resend).toHaveCount(0);
  await expect(thread.log.getByText(SAID)).toHaveCount(1);
  expect(await entriesSaying(server, SAID)).toHaveLength(1);
});

test("two tabs of a thread: both live, and neither takes the other's words", async ({
  server,
  cast,
  open,
}) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const page = await open(cast.seller, "phone");
  const first = await openThread(page, code);
  const page2 = await page.context().newPage();
  const second = await openThread(page2, code);
  await first.words.fill("Tulisan tab pertama");
  await second.words.pressSequentially("Tulisan tab kedua");
  await first.send.click();
  await expect(second.log.getByText("Tulisan tab pertama")).toBeVisible();
  await expect(second.words).toHaveValue("Tulisan tab kedua");
  await page2.close();

  const page3 = await page.context().newPage();
  const third = await openThread(page3, code);
  await expect(third.words).toHaveValue("Tulisan tab kedua");
  await third.send.click();
  await expect(first.log.getByText("Tulisan tab kedua")).toBeVisible();
  await expect(first.words).toHaveValue("");
});

test("the back button: after filing, and from a thread to the list as it was filtered", async ({
  server,
  cast,
  open,
}) => {
  const { resi } = await buildParcel(server, {
    seller: cast.seller.slug,
    requestedAt: "2026-11-25T01:00:00Z",
  });
  const phone = await open(cast.seller, "phone");
  await phone.goto("/pickup-problem");
  const filing = await chooseParcel(phone, resi);
  await filing.words.fill(SAID);
  await filing.send.click();
  await expect(threadOn(phone).log.getByText(SAID)).toBeVisible();
  await phone.goBack();
  await expect(phone).toHaveURL(/\/pickup-problem\/new$/);
  await expect(phone.getByText("Sudah ada laporan")).toBeVisible();
  await phone.goBack();
  await expect(phone).toHaveURL(/\/pickup-problem$/);

  const filters = "tab=waiting&category=belum_pickup&sort=newest";
  await phone.goto(`/pickup-problem?${filters}`);
  await phone.getByRole("link", { name: resi }).click();
  await expect(threadOn(phone).log).toBeVisible();
  await phone.goBack();
  await expect(phone.getByRole("link", { name: resi })).toBeVisible();
  expect(new URL(phone.url()).search).toBe(`?${filters}`);
  await phone.getByRole("link", { name: resi }).click();
  await phone.getByRole("link", { name: "Kembali ke daftar" }).click();
  await expect(phone.getByRole("link", { name: resi })).toBeVisible();
  expect(new URL(phone.url()).search).toBe(`?${filters}`);
});

test("a page asked for without a network says so, and comes when the network is back", async ({
  server,
  cast,
  open,
}) => {
  const reports = [
    await buildFiledReport(server, cast.seller),
    await buildFiledReport(server, cast.seller),
  ];
  const phone = await open(cast.seller, "phone");
  await phone.goto("/pickup-problem?tab=all");
  // The first one brings the thread's own code.
  await phone.getByRole("link", { name: reports[0]?.parcel.resi }).click();
  await expect(threadOn(phone).log).toBeVisible();
  await phone.goBack();
  await phone.context().setOffline(true);
  await phone.getByRole("link", { name: reports[1]?.parcel.resi }).click();
  await expect(phone.getByRole("heading", { name: "Tidak ada sambungan" })).toBeVisible();
  // The device says that there is a network before the first request gets through.
  let asked = 0;
  await phone.route(/_data=[^&]*code(&|$)/, async (route) => {
    asked += 1;
    await (asked === 1 ? route.abort("connectionrefused") : route.fallback());
  });
  await phone.context().setOffline(false);
  await expect(threadOn(phone).log).toBeVisible();
  expect(asked).toBeGreaterThan(1);
});
