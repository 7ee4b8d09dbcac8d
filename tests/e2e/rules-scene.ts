import type { Page } from "@playwright/test";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Person } from "./fixtures.ts";

export const TUESDAY = "2026-11-24T02:00:00Z";

export const buildAdmin = (server: TestServer) =>
  buildActor(server, { kind: "support", role: "admin", level: 2, name: "Dewi" });

/** What an administrator sees and touches. */
export const rulesOn = (page: Page) => ({
  look: page.getByRole("button", { name: "Lihat dampaknya" }),
  preview: page.getByRole("region", { name: "Pratinjau dampak" }),
  withdrawal: page.getByRole("region", { name: "Pratinjau penarikan" }),
  apply: page.getByRole("button", { name: "Terapkan" }),
  done: page.getByText("Perubahan sudah diterapkan."),
});

export async function fillHoliday(page: Page) {
  await page.locator("summary", { hasText: "Tambah tanggal" }).click();
  await page.getByLabel("Tanggal").fill("2026-11-25");
  await page.getByLabel("Nama").fill("Pilkada Bali");
  await page.getByLabel("Provinsi asal").selectOption("Bali");
}

/** Two parcels wait in Bali and one in Bandung; a third of Bali is late. */
export async function buildBali(server: TestServer, seller: Person) {
  const book = (province: string, requestedAt = TUESDAY) =>
    buildParcel(server, { seller: seller.slug, province, requestedAt });
  const bali = [await book("Bali"), await book("Bali")] as const;
  const bandung = await book("Jawa Barat");
  const late = await book("Bali", "2026-11-21T02:00:00Z");
  const codes = {
    bali: await buildReport(server, seller, bali[0].id),
    bandung: await buildReport(server, seller, bandung.id),
    late: await buildReport(server, seller, late.id, "long_pickup"),
  };
  await recordMoments(server.ctx);
  return { bali, bandung, late, codes };
}
