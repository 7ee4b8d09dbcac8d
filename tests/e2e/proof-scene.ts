import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ShareProof } from "#app/contracts/proofs.schema.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { buildPickupRequest, newResi } from "../factories/parcels.ts";
import { buildUpload } from "../factories/uploads.ts";
import type { TestServer } from "../support/test-server.ts";
import { expect, type Person } from "./fixtures.ts";
import { TODAY } from "./scene.ts";

export async function buildResi(server: TestServer, seller: Person, count: number) {
  const resi = Array.from({ length: count }, newResi).sort();
  await buildPickupRequest(server, { seller: seller.slug, requestedAt: TODAY, resi });
  return resi;
}

/** @returns the address of a proof for that many resi, and these. */
export async function buildProof(server: TestServer, seller: Person, count: number) {
  const resi = await buildResi(server, seller, count);
  const upload = [await buildUpload(server, seller, { purpose: "handover" })];
  const sent = { clientId: randomUUID(), list: resi.join("\n"), upload };
  const { id } = await shareProof(server.ctx, seller, ShareProof.parse(sent));
  return { path: `/proofs/${id}`, resi };
}

/** What the courier said of each resi, by the table. */
export async function answersIn(server: TestServer): Promise<Record<string, string>> {
  const rows = await server.owner
    .selectFrom("shared_proof_links as link")
    .innerJoin("reports", "reports.id", "link.report_id")
    .select(["reports.resi", "link.state", "link.reason", "link.detail"])
    .where("link.state", "!=", "asked")
    .execute();
  return Object.fromEntries(
    rows.map((row) => [row.resi, [row.state, row.reason, row.detail].filter(Boolean).join(" ")]),
  );
}

export const proofOn = (page: Page) => ({
  list: page.getByRole("textbox", { name: "Nomor resi" }),
  send: page.getByRole("button", { name: "Kirim bukti" }),
  tick: (resi: string | undefined) => page.getByRole("checkbox", { name: resi }),
  confirm: page.getByRole("button", { name: "Konfirmasi yang dipilih" }),
  fold: page.locator("summary", { hasText: "Tolak yang dipilih" }),
  reason: page.getByLabel("Alasan menolak"),
  detail: page.getByLabel("Keterangan"),
  reject: page.getByRole("button", { name: "Tolak yang dipilih" }),
});

export async function openProof(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  return proofOn(page);
}
