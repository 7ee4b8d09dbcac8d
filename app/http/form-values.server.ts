/** Fields as sent; a name that came more than once is a list. */
export type FormValues = Record<string, string | string[]>;

const LISTS = new Set(["parcel", "upload", "pick", "report", "operatingDays", "days"]);

export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === "string");
    const last = all.at(-1);
    if (LISTS.has(name)) values[name] = all;
    else if (last !== undefined) values[name] = last;
  }
  return values;
}
