import { randomUUID } from "node:crypto";
import { MoveDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import type { Place } from "../support/place.ts";
import { buildParcel, everproCallback, track } from "./parcels.ts";
import { buildReport } from "./reports.ts";
import { buildUpload } from "./uploads.ts";

/** A report of a parcel whose pick-up failed, by the word of tracking; the failure is what can be contested. */
export async function buildFailedReport(
  world: Place,
  seller: Actor & { slug: string },
  courier = "idx",
) {
  const parcel = await buildParcel(world, { seller: seller.slug, courier });
  await track(world, "everpro", everproCallback(parcel.resi, "FAILED PICKUP"));
  const code = await buildReport(world, seller, parcel.id, "gagal_pickup");
  const failure = await world.owner
    .selectFrom("tracking_events")
    .select("id")
    .where("parcel_id", "=", parcel.id)
    .executeTakeFirstOrThrow();
  return { parcel, code, subject: failure.id };
}

export const claim = (subject: string, upload: string[], body = "Toko buka, tidak ada kurir") => ({
  clientId: randomUUID(),
  subject,
  body,
  upload,
});

/** A failed attempt that its seller contests. */
export async function buildDispute(
  world: Place,
  seller: Actor & { slug: string },
  courier = "idx",
) {
  const failed = await buildFailedReport(world, seller, courier);
  const upload = await buildUpload(world, seller);
  const { dispute } = await openDispute(
    world.ctx,
    seller,
    failed.code,
    claim(failed.subject, [upload]),
  );
  if (!dispute) throw new Error("No dispute was opened");
  return { ...failed, upload, id: dispute.id };
}

export const stands = (upload: string[]) =>
  MoveDispute.parse({
    ...{ to: "answer", clientId: randomUUID(), said: "stands" },
    ...{ body: "Rolling door tertutup", upload },
  });
export const accepts = () =>
  MoveDispute.parse({ to: "answer", clientId: randomUUID(), said: "accepts", body: "Maaf" });
export const decides = (seen: "open" | "answered", verdict = "seller_right") =>
  MoveDispute.parse({
    ...{ to: "decide", clientId: randomUUID(), verdict, seen },
    body: "Foto menunjukkan toko buka",
  });
export const withdraws = () => MoveDispute.parse({ to: "withdraw", clientId: randomUUID() });
