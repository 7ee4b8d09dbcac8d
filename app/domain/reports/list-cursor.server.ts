import type { ListCursor } from "#db/queries/list-reports.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An instant and an id as they stand in an address: `1764032400000.<uuid>`, or `never.<uuid>` where nothing is due. */
const writeCursor = (at: Date | number, id: string) =>
  `${at instanceof Date ? at.getTime() : "never"}.${id}`;

/** Undefined for anything else: a broken address shows the first page. */
export function readCursor(text: string | undefined): ListCursor | undefined {
  const [at = "", id = ""] = text?.split(".") ?? [];
  if (!UUID.test(id)) return undefined;
  if (at === "never") return { value: "infinity", id };
  return /^\d{1,14}$/.test(at) ? { value: new Date(Number(at)).toISOString(), id } : undefined;
}

/** A page of what was found: one row more than the page was asked for, and tells whether there is a next one. */
export function takePage<Row extends { id: string }>(
  found: Row[],
  size: number,
  sortValue: (row: Row) => Date | number,
) {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? writeCursor(sortValue(last), last.id) : null };
}
