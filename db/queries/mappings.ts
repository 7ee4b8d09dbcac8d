import { type Selectable, sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export type MappingRow = Selectable<Database["tracking_mappings"]>;

export const listMappings = (tx: Tx): Promise<MappingRow[]> =>
  tx
    .selectFrom("tracking_mappings")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("vocabulary")
    .orderBy("value")
    .execute();

/** @returns undefined where that code or text is mapped already. */
export const insertMapping = (
  tx: Tx,
  mapping: Pick<MappingRow, "vocabulary" | "match" | "value" | "meaning"> & {
    at: Date;
    by: string;
  },
) =>
  tx
    .insertInto("tracking_mappings")
    .values({
      vocabulary: mapping.vocabulary,
      match: mapping.match,
      value: mapping.value,
      meaning: mapping.meaning,
      created_at: mapping.at,
      created_by_name: mapping.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["vocabulary", "match", "value"])
        .where("withdrawn_at", "is", null)
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();

export const withdrawMapping = (tx: Tx, id: string, at: Date, by: string) =>
  tx
    .updateTable("tracking_mappings")
    .set({ withdrawn_at: at, withdrawn_by_name: by })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();

export type Remapped = { rows: number /** Those that it may move. */; parcels: string[] };

/** Gives its meaning to every row that nobody understood. */
export async function applyMapping(tx: Tx, mapping: MappingRow): Promise<Remapped> {
  const rows = await tx
    .updateTable("tracking_events")
    .set({ meaning: mapping.meaning, mapping_id: mapping.id })
    .where("meaning", "=", "unknown")
    .where("vocabulary", "=", mapping.vocabulary)
    .where(mapping.match === "code" ? "plain_code" : "plain_text", "=", mapping.value)
    .returning("parcel_id")
    .execute();
  return remapped(rows);
}

/** Takes a withdrawn mapping's meaning back. */
export async function undoMapping(tx: Tx, mappingId: string): Promise<Remapped> {
  const rows = await tx
    .updateTable("tracking_events")
    .set({ meaning: "unknown", mapping_id: null })
    .where("mapping_id", "=", mappingId)
    .returning("parcel_id")
    .execute();
  return remapped(rows);
}

const remapped = (rows: { parcel_id: string | null }[]): Remapped => ({
  rows: rows.length,
  parcels: [...new Set(rows.flatMap((row) => row.parcel_id ?? []))].sort(),
});

export type UnknownGroup = {
  vocabulary: string;
  plain_code: string;
  plain_text: string;
  raw_code: string;
  raw_text: string;
  source: string;
  seen: number;
  parcels: number;
  last_seen: Date;
};

/** What nobody understands, the most frequent first. */
export async function listUnknown(tx: Tx, limit: number): Promise<UnknownGroup[]> {
  const { rows } = await sql<UnknownGroup>`
    select vocabulary, plain_code, plain_text, max(raw_code) as raw_code, max(raw_text) as raw_text,
      max(source) as source, count(*)::int as seen, count(distinct parcel_id)::int as parcels,
      max(received_at) as last_seen
    from tracking_events where meaning = 'unknown'
    group by vocabulary, plain_code, plain_text
    order by seen desc, last_seen desc limit ${limit}`.execute(tx);
  return rows;
}
