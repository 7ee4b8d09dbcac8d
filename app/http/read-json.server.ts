import { invalid } from "#app/domain/errors.server.ts";
import { readBytes } from "./read-bytes.server.ts";

const MAX_BYTES = 1024 * 1024;

/** A JSON body of at most one megabyte. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, MAX_BYTES);
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw invalid("body.not_json");
  }
}
