/** Params that make a list what it is; everything else in the address belongs to somebody else. */
const LIST_PARAMS = ["tab", "category", "courier", "q", "sort", "source"] as const;
export type ListParam = (typeof LIST_PARAMS)[number];

type Changes = Partial<Record<ListParam | "after", string | null>>;

/** The list's own query with some params changed. Another list starts at its first page. */
export function listSearch(current: URLSearchParams, changes: Changes = {}): string {
  const next = new URLSearchParams();
  for (const name of LIST_PARAMS) {
    const value = name in changes ? changes[name] : current.get(name);
    if (value) next.set(name, value);
  }
  if (changes.after) next.set("after", changes.after);
  const text = next.toString();
  return text && `?${text}`;
}

/** The same page of the same list. */
export const sameListSearch = (current: URLSearchParams) =>
  listSearch(current, { after: current.get("after") });
