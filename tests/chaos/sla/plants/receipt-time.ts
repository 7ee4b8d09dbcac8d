import * as moments from "#db/queries/moments.ts";

export * from "#db/queries/moments.ts";

/** Takes the time of writing for the time of the moment. */
export const insertMoments: typeof moments.insertMoments = (tx, rows) =>
  moments.insertMoments(
    tx,
    rows.map((row) => ({ ...row, at: row.recorded_at })),
  );
