import { randomUUID } from "node:crypto";
import type { Category } from "#app/contracts/categories.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import type { Place } from "../support/place.ts";

export const filing = (
  parcelIds: string[],
  category: Category,
  more: { body?: string; upload?: string[] } = {},
) => ({
  clientId: randomUUID(),
  parcel: parcelIds,
  category,
  body: more.body ?? "Mohon segera dijemput",
  upload: more.upload ?? [],
  readiness: { street: "", rt: "", rw: "", ward: "", landmark: "", whatsapp: "" },
});

export async function buildReport(
  world: Place,
  seller: Actor,
  parcelId: string,
  category: Category = "belum_pickup",
) {
  const [filed] = await fileReports(world.ctx, seller, filing([parcelId], category));
  if (!filed) throw new Error("No report was filed");
  return filed.code;
}

export const message = (body: string, more: { clientId?: string; upload?: string[] } = {}) => ({
  clientId: more.clientId ?? randomUUID(),
  body,
  upload: more.upload ?? [],
});
