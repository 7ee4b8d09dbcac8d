import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Category } from "#app/contracts/categories.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildReport, message } from "../factories/reports.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Cast, Person } from "./fixtures.ts";

export const UPRIGHT_6 = "tests/storage/fixtures/landscape-6.jpg";

/** Two hours before the story begins. */
export const TODAY = "2026-11-25T01:00:00Z";

const TELL = "Ceritakan singkat (boleh kosong)";

/** What a seller sees and touches while filing. */
export const filingOn = (page: Page) => ({
  paste: page.getByRole("textbox", { name: "Tempel resi" }),
  find: page.getByRole("button", { name: "Cari resi ini" }),
  next: page.getByRole("button", { name: "Lanjut" }),
  words: page.getByLabel(TELL),
  send: page.getByRole("button", { name: /^Kirim (1 )?laporan/ }),
  alert: page.getByRole("alert").first(),
  category: (code: Category) => page.locator(`input[name=category][value=${code}]`),
});

export async function chooseParcel(page: Page, resi: string) {
  const filing = filingOn(page);
  await page.goto("/pickup-problem/new");
  await filing.paste.fill(resi);
  await filing.find.click();
  await expect(page.getByRole("heading", { name: "Jelaskan kendalanya" })).toBeVisible();
  return filing;
}

type File = Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0];

export const choosePhoto = (page: Page, file: File) =>
  page
    .locator('input[type="file"]:visible, label:visible input[type="file"]')
    .first()
    .setInputFiles(file);

export async function attach(page: Page, file: File) {
  await choosePhoto(page, file);
  await expect(page.getByText("Terunggah").first()).toBeAttached();
}

export const openReports = (server: TestServer, resi: string) =>
  server.owner.selectFrom("reports").selectAll().where("resi", "=", resi).execute();

/** Rows of what was written, past both locks. */
export const entriesSaying = (server: TestServer, body: string) =>
  server.owner.selectFrom("entries").select("id").where("body", "=", body).execute();

/** A report filed some time before the story begins. */
export async function buildFiledReport(server: TestServer, seller: Person) {
  const parcel = await buildParcel(server, {
    seller: seller.slug,
    requestedAt: TODAY,
  });
  return { parcel, code: await buildReport(server, seller, parcel.id) };
}

/** A thread in which all three sides have spoken, and a parcel that is not reported yet. */
export async function buildBusyThread(server: TestServer, { seller, operator, cs }: Cast) {
  const { code, parcel } = await buildFiledReport(server, seller);
  const free = await buildParcel(server, { seller: seller.slug, requestedAt: TODAY });
  await postMessage(server.ctx, operator, code, message("Mohon tunggu, kurir kami jadwalkan."));
  await issueInstruction(server.ctx, operator, code, {
    ...{ clientId: randomUUID(), code: "SCHEDULED", detail: "Toko di sebelah musala", upload: [] },
    ...{ date: "2026-11-25", from: "14:00", to: "16:00" },
    ...{ courierName: "Pak Joko", courierPhone: "081234567890", courierPlate: "D 1234 XY" },
  });
  await postNote(server.ctx, cs, code, message("Koordinator hub sudah dihubungi"));
  await postMessage(server.ctx, seller, code, message("Baik, saya tunggu sampai jam 4."));
  return { code, parcel, free };
}

/** What a person writes in a thread, and what stands there. */
export const threadOn = (page: Page) => ({
  words: page.getByLabel("Pesan untuk semua pihak"),
  send: page.getByRole("button", { name: "Kirim Pesan" }),
  log: page.getByRole("log"),
  live: page.getByText("Live", { exact: true }),
  resend: page.getByRole("button", { name: "Kirim ulang" }),
  copy: page.getByRole("log").getByRole("button", { name: "Salin", exact: true }),
});

export async function openThread(page: Page, code: string) {
  const thread = threadOn(page);
  await page.goto(`/pickup-problem/${code}`);
  await expect(thread.live).toBeVisible();
  return thread;
}
