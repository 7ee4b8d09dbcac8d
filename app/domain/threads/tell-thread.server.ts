import type { AppContext, Tx } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { ThreadEventType } from "#app/contracts/realtime.ts";
import {
  changeReportsOfParcels,
  insertChange,
  type StreamKey,
  takeNumbers,
} from "#db/queries/changes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

type Thread = Pick<ReportRecord, "id" | "seller_org_id" | "courier_id">;

export const streamOf = (report: Thread, audience: Audience): StreamKey => ({
  reportId: report.id,
  audience,
  sellerOrgId: report.seller_org_id,
  courierId: report.courier_id,
});

type Change = { type: ThreadEventType; audience: Audience; entryId: string | null };

/** Writes a numbered change down and tells of it. */
export async function tellNumbered(
  ctx: AppContext,
  tx: Tx,
  stream: StreamKey,
  change: Omit<Change, "audience"> & { rev: number },
): Promise<void> {
  await insertChange(tx, stream, change);
  await ctx.events.publish(tx, { ...stream, ...change });
}

/**
 * Gives what changed the next number of its stream and tells of it with the commit. The report's row must be locked.
 * Without an entry it is the report itself that changed.
 */
export async function tellThread(
  ctx: AppContext,
  tx: Tx,
  report: Thread,
  { type, audience, entryId }: Change,
): Promise<void> {
  const stream = streamOf(report, audience);
  const { last_rev } = await takeNumbers(tx, stream, 0);
  await tellNumbered(ctx, tx, stream, { type, entryId, rev: last_rev });
}

type Parcel = { id: string; seller_org_id: string; courier_id: string };

/** Tells that these parcels are not as they were: to lists once an owner, to threads each. */
export async function tellParcels(ctx: AppContext, tx: Tx, parcels: Parcel[]): Promise<void> {
  const changed = await changeReportsOfParcels(
    tx,
    parcels.map((parcel) => parcel.id),
  );
  const owners = new Map(parcels.map((one) => [`${one.seller_org_id} ${one.courier_id}`, one]));
  await ctx.events.publish(
    tx,
    ...changed.map((row) => ({
      type: "report.changed" as const,
      reportId: row.report_id,
      sellerOrgId: row.seller_org_id,
      courierId: row.courier_id,
      audience: "everyone" as const,
      rev: row.rev,
      entryId: null,
    })),
    ...[...owners.values()].map((one) => ({
      type: "parcel.changed" as const,
      parcelId: one.id,
      sellerOrgId: one.seller_org_id,
      courierId: one.courier_id,
    })),
  );
}
