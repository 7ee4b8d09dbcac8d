import { createReadableStreamFromReadable } from "@remix-run/node";
import type { StoredObject } from "#storage/object-store.ts";

/** A photo never changes under its address, and only its asker's own browser may keep it. */
export function sendPhoto(request: Request, photo: StoredObject): Response {
  const isAsked = request.method !== "HEAD";
  if (!isAsked) photo.stream.destroy();
  return new Response(isAsked ? createReadableStreamFromReadable(photo.stream) : null, {
    headers: {
      "content-type": photo.contentType,
      "content-length": String(photo.size),
      "cache-control": "private, max-age=86400, immutable",
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}
