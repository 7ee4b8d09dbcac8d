const LONGEST_MS = 10 * 60_000;

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; undefined where it asks for none. */
export function readRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return wait > 0 ? Math.min(wait, LONGEST_MS) : undefined;
}
