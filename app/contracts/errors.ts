/** The kinds of refusal that leave a verb, and the HTTP status each becomes. */
export const ERROR_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const;
export type ErrorKind = keyof typeof ERROR_STATUS;

/** A refusal as a page or a script receives it; words are in the locale files under `error.<code>`. */
export type Problem = {
  kind: ErrorKind;
  code: string;
  /** Values for the sentence, such as an unlock time. */
  params: Record<string, string | number>;
  /** Field name → code of the sentence beside that field. */
  fields: Record<string, string>;
};
