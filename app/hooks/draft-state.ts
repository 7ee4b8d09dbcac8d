export type DraftFields = Record<string, string>;

export const isDraft = (value: unknown): value is DraftFields =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === "string");

export const isWorthKeeping = (values: DraftFields): boolean =>
  Object.values(values).some((value) => value.trim() !== "");

/** Text that somebody typed before the page came alive is never overwritten by an older draft. */
export const mayRestore = (shown: string, sentByServer: string): boolean => shown === sentByServer;
