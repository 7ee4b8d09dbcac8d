import pg from "pg";

type Row = Record<string, unknown>;
type Answer = { rows: Row[] };
type Query = (...given: unknown[]) => Promise<Answer>;

/** What an insert wrote, column by column. */
function readRow(text: string, values: unknown[], answer: Answer): Row {
  const columns = [...(text.split("values")[0] ?? "").matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const given = columns.slice(1).map((name, at) => [name, values[at]]);
  return { ...Object.fromEntries(given), ...answer.rows[0] };
}

/** Client ids are known to the process that took them, and to no other. */
const seen = new Map<string, Answer>();

const client = pg.Client.prototype as unknown as { query: Query };
const { query } = client;
client.query = async function (this: object, ...given) {
  const [text, values] = given;
  const isLookUp = /^select .* from "entries" .*"client_id" = /s.test(String(text));
  if (isLookUp && Array.isArray(values)) {
    const known = values.map((value) => seen.get(String(value))).find((answer) => answer);
    return known ?? { rows: [] };
  }
  const answer = await query.apply(this, given);
  if (String(text).startsWith('insert into "entries"') && Array.isArray(values)) {
    const row = readRow(String(text), values, answer);
    if (row.client_id) seen.set(String(row.client_id), { rows: [row] });
  }
  return answer;
};
