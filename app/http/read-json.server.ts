import { invalid } from "#app/domain/errors.server.ts";
import { readBytes } from "./read-bytes.server.ts";

export const MAX_JSON_BYTES = 1024 * 1024;

/** NUL and half a surrogate pair are JSON, but PostgreSQL keeps neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/i;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("body.not_json");
  }
}

/** JSON that can be kept as it came. */
export function parseStorable(text: string): unknown {
  const body = parse(text);
  // Written anew, whole pairs are characters: only halves are still escapes.
  if (/\\u/i.test(text) && UNSTORABLE.test(JSON.stringify(body))) throw invalid("body.not_json");
  return body;
}

/** A JSON body of at most one megabyte. */
export const readJson = async (request: Request): Promise<unknown> =>
  parseStorable((await readBytes(request, MAX_JSON_BYTES)).toString("utf8"));
