/** `gone`: left this list since it was shown, and kept in its place until the person asks. */
export type ShownRow<Row> = { row: Row; gone: boolean };

export type ShownPage<Row> = {
  pageKey: string;
  source: readonly Row[];
  shown: ShownRow<Row>[];
  /** Rows that came in since and wait for the person. */
  fresh: number;
  /** The page was cut off: more rows follow on the next one. */
  cut: boolean;
};

type IdOf<Row> = (row: Row) => string;

export function showPage<Row>(pageKey: string, rows: readonly Row[], cut: boolean): ShownPage<Row> {
  return { pageKey, source: rows, shown: rows.map((row) => ({ row, gone: false })), fresh: 0, cut };
}

/** Known rows renew themselves where they stand; what is new is only counted. */
export function renewPage<Row>(
  page: ShownPage<Row>,
  rows: readonly Row[],
  idOf: IdOf<Row>,
): ShownPage<Row> {
  // Nothing can move where nothing is shown.
  if (page.shown.length === 0) return showPage(page.pageKey, rows, page.cut);
  const incoming = new Map(rows.map((row) => [idOf(row), row]));
  const shown = page.shown.map(({ row }): ShownRow<Row> => {
    const renewed = incoming.get(idOf(row));
    return { row: renewed ?? row, gone: renewed === undefined };
  });
  return { ...page, source: rows, shown, fresh: countFresh(page, rows, idOf) };
}

function countFresh<Row>(page: ShownPage<Row>, rows: readonly Row[], idOf: IdOf<Row>): number {
  const known = new Set(page.shown.map(({ row }) => idOf(row)));
  const last = rows.findLastIndex((row) => known.has(idOf(row)));
  // Behind the last known row of a cut page stand rows that only moved up from the next one.
  const counted = page.cut && last >= 0 ? rows.slice(0, last) : rows;
  return counted.filter((row) => !known.has(idOf(row))).length;
}
