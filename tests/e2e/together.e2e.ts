import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildActor } from "../factories/people.ts";
import { message } from "../factories/reports.ts";
import { expect, test } from "./fixtures.ts";
import { buildFiledReport, openThread } from "./scene.ts";

const SAID = "Kurir sampai jam 3";
const MEANT = "Kurir sampai jam 4";

test("who is here, who has seen it, and what was changed: on both screens without a reload", async ({
  server,
  cast,
  open,
}) => {
  const { code, parcel } = await buildFiledReport(server, cast.seller);
  const phone = await open(cast.seller, "phone");
  const desk = await open(cast.operator);
  const seller = await openThread(phone, code);
  await expect(phone.getByText("sedang melihat")).toHaveCount(0);
  await desk.goto("/pickup-problem?tab=all");
  const row = desk.getByRole("listitem").filter({ hasText: parcel.resi });
  await expect(row.getByTitle("Sedang melihat: Sari")).toBeVisible();
  await row.getByRole("link").click();
  const operator = { ...seller, ...(await openThread(desk, code)) };
  await expect(phone.getByText("Rudi (Ekspedisi) sedang melihat")).toBeVisible();

  await operator.words.pressSequentially(SAID);
  await expect(phone.getByText("Rudi (Ekspedisi) sedang menulis…")).toBeVisible();
  await operator.send.click();
  await expect(seller.log.getByText(SAID)).toBeVisible();
  await expect(operator.log.getByText("dilihat oleh Sari")).toBeVisible();

  await desk.getByRole("heading", { level: 1 }).click();
  await desk.keyboard.press("e");
  const editor = desk.getByRole("textbox", { name: "Ubah pesan" });
  await expect(editor).toBeFocused();
  await desk.route("**/entries/*", (route) => route.abort());
  await editor.fill(MEANT);
  await desk.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(desk.getByText("Server tidak terjangkau")).toBeVisible();
  await expect(editor).toHaveValue(MEANT);
  await desk.unroute("**/entries/*");
  await desk.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(seller.log.getByText(MEANT)).toBeVisible();
  await seller.log.getByText(/^diubah/).click();
  await expect(seller.log.getByText(SAID)).toBeVisible();

  await operator.log.getByRole("button", { name: "Hapus pesan" }).click();
  await operator.log.getByRole("button", { name: "Hapus", exact: true }).click();
  await expect(seller.log.getByText(/Pesan dihapus oleh Rudi/)).toBeVisible();
  await expect(seller.log.getByText(MEANT)).toHaveCount(0);
  const support = await open(cast.cs);
  const cs = await openThread(support, code);
  await cs.log.getByText("Lihat isi yang dihapus").click();
  await expect(cs.log.getByText(MEANT)).toBeVisible();

  await phone.close();
  await expect(desk.getByText("Nadia (CS Everpro) sedang melihat")).toBeVisible();
});

test("two of one side are warned before they answer at once", async ({ server, cast, open }) => {
  const { code } = await buildFiledReport(server, cast.seller);
  const dewi = await buildActor(server, { kind: "courier", courierId: "idx", name: "Dewi" });
  const first = await open(cast.operator);
  const second = await open(dewi);
  const rudi = await openThread(first, code);
  const other = await openThread(second, code);
  await rudi.words.fill("Sudah kami");
  await other.words.pressSequentially("Saya bal");
  await expect(first.getByText("Dewi, rekan Anda, juga sedang menulis")).toBeVisible();
  await other.send.click();
  await expect(first.getByText("1 pesan baru sejak Anda mulai menulis")).toBeVisible();
  await first.getByRole("button", { name: "Lihat", exact: true }).click();
  await expect(first.getByText("1 pesan baru sejak")).toHaveCount(0);
  await expect(rudi.words).toHaveValue("Sudah kami");
});

test("marked as unread: it stays so, and the other tab follows", async ({ server, cast, open }) => {
  const { code, parcel } = await buildFiledReport(server, cast.seller);
  await postMessage(server.ctx, cast.operator, code, message(SAID));
  const desk = await open(cast.seller);
  const list = await desk.context().newPage();
  await list.goto("/pickup-problem?tab=all");
  const row = list.getByRole("listitem").filter({ hasText: parcel.resi });
  await expect(row).toHaveAttribute("data-unread", "true");
  await openThread(desk, code);
  await expect(row).not.toHaveAttribute("data-unread", "true");

  await desk.keyboard.press("u");
  await expect(desk).toHaveURL(/\/pickup-problem$/);
  await expect(row).toHaveAttribute("data-unread", "true");
  await list.reload();
  await expect(row).toHaveAttribute("data-unread", "true");
  await expect(row.getByText("1 pesan belum dibaca")).toBeAttached();
});
