import { invalid } from "#app/domain/errors.server.ts";
import { readBytes } from "./read-bytes.server.ts";

const MAX_BYTES = 1024 * 1024;

/** NUL and half a surrogate pair are JSON, but PostgreSQL keeps neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/i;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("body.not_json");
  }
}

/** A JSON body of at most one megabyte that can be kept as it came. */
export async function readJson(request: Request): Promise<unknown> {
  const body = parse((await readBytes(request, MAX_BYTES)).toString("utf8"));
  // Written anew, whole pairs are characters: only halves are still escapes.
  if (UNSTORABLE.test(JSON.stringify(body))) throw invalid("body.not_json");
  return body;
}
