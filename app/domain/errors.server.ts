import { ERROR_STATUS, type ErrorKind, type Problem } from "#app/contracts/errors.ts";

/** A refusal that a person understands. Known by its brand: the page build and the server are two module graphs. */
export type DomainError = Error & { readonly domainError: true; readonly problem: Problem };

type Details = Partial<Pick<Problem, "params" | "fields">>;

function refuse(kind: ErrorKind, code: string, details: Details = {}): DomainError {
  const problem: Problem = {
    kind,
    code,
    params: details.params ?? {},
    fields: details.fields ?? {},
  };
  return Object.assign(new Error(`${kind}: ${code}`), { domainError: true as const, problem });
}

export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof Error && "domainError" in error && error.domainError === true;

export const statusOf = (problem: Problem) => ERROR_STATUS[problem.kind];

export const invalid = (code: string, details?: Details) => refuse("invalid", code, details);
export const forbidden = (code: string) => refuse("forbidden", code);
export const conflict = (code: string, details?: Details) => refuse("conflict", code, details);
export const tooLarge = (code: string, details?: Details) => refuse("too_large", code, details);
export const unavailable = (code: string, details?: Details) =>
  refuse("unavailable", code, details);
export const unauthenticated = (code: string) => refuse("unauthenticated", code);
export const rateLimited = (seconds: number, code = "rate.limited") =>
  refuse("rate_limited", code, { params: { seconds } });

/** One answer for what is missing and for what is somebody else's. */
export const notFound = () => refuse("not_found", "report.not_found");
