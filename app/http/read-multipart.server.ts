import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import { MAX_PHOTO_BYTES } from "#app/contracts/photos.ts";
import { invalid, isDomainError, tooLarge } from "#app/domain/errors.server.ts";
import { valuesOf } from "./form-values.server.ts";
import { type PhotoKeeper, TakenPhotos } from "./taken-photos.server.ts";

/** All text of a form together. */
export const MAX_TEXT_BYTES = 256 * 1024;
/** Ten photos, each a little over its limit so that it gets its own refusal, and the text. */
const MAX_PHOTO_FORM_BYTES = 12 * MAX_PHOTO_BYTES;
/** What is read and forgotten beyond a limit, so that the sender hears the refusal instead of a broken line. */
const DRAINED_BYTES = 40 * 1024 * 1024;
const LIMITS = { parts: 260, fieldSize: MAX_TEXT_BYTES, headerSize: 16 * 1024, headerPairs: 20 };

/** The same bytes, but none beyond `max`. */
function withLimit(max: number) {
  let size = 0;
  return {
    isOver: () => size > max,
    async *pass(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
      for await (const chunk of source) {
        size += chunk.byteLength;
        if (size <= max) yield chunk;
        else if (size > max + DRAINED_BYTES) throw tooLarge("form.too_large");
      }
    },
  };
}

function openParser(request: Request) {
  const headers = { "content-type": request.headers.get("content-type") } as BusboyHeaders;
  try {
    // A part is a file where it says how the file is called.
    return new Busboy({
      headers,
      limits: LIMITS,
      isPartAFile: (_, __, name) => name !== undefined,
    });
  } catch {
    throw invalid("form.invalid");
  }
}

/**
 * Reads a form with photos part by part, so that none is in memory. A photo that is not kept does not stop the
 * rest: what was typed and the photos that are fine are kept, then the failure is told.
 */
export async function readMultipart(request: Request, keeper: PhotoKeeper | undefined) {
  const form = new FormData();
  const photos = new TakenPhotos(keeper);
  const limit = withLimit(keeper ? MAX_PHOTO_FORM_BYTES : MAX_TEXT_BYTES);
  const parser = openParser(request);
  let text = 0;
  let isTooLarge = false;
  parser.on("partsLimit", () => {
    isTooLarge = true;
  });
  parser.on("field", (name, value, _, isTruncated) => {
    text += value.length;
    if (isTruncated || text > MAX_TEXT_BYTES) isTooLarge = true;
    else form.append(name, value);
  });
  parser.on("file", (name, file, called) => photos.take({ name, file, called }, valuesOf(form)));
  try {
    await pipeline((request.body ?? []) as Iterable<Uint8Array>, limit.pass, parser);
  } catch (cause) {
    await photos.breakOff(cause);
    if (limit.isOver() || isTooLarge) throw tooLarge("form.too_large");
    // Cut off, without a boundary, or no multipart at all.
    throw isDomainError(cause) ? cause : invalid("form.invalid");
  }
  const { kept, failure } = await photos.taken();
  if (isTooLarge) throw tooLarge("form.too_large");
  for (const id of kept) form.append("upload", id);
  return { form, failure };
}
