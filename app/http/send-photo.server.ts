import { redirect } from "@remix-run/node";
import { create } from "content-disposition";
import { unavailable } from "#app/domain/errors.server.ts";
import { SIGNED_SECONDS } from "#app/domain/photos/sign-photo.server.ts";
import type { Disposition, StoredObject } from "#storage/object-store.ts";

/** A few megabytes at most are sent from here; a store that gives them slower is as good as away. */
const MOST_MS = 5_000;
/** So that an address from a browser's memory still lasts for the picture behind it. */
const MARGIN_SECONDS = 60;

/** Whole, before the first byte goes out: who asked gets the picture or a refusal, and never half of it. */
async function readWhole({ stream }: StoredObject): Promise<Uint8Array<ArrayBuffer>> {
  const timer = setTimeout(() => stream.destroy(new Error("too slow")), MOST_MS);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  } catch {
    throw unavailable("store.unavailable");
  } finally {
    clearTimeout(timer);
  }
}

/** A photo never changes under its address, and only its asker's own browser may keep it. */
export async function sendPhoto(
  request: Request,
  photo: StoredObject,
  disposition: Disposition = "inline",
): Promise<Response> {
  const isAsked = request.method !== "HEAD";
  if (!isAsked) photo.stream.destroy();
  return new Response(isAsked ? await readWhole(photo) : null, {
    headers: {
      "content-type": photo.contentType,
      "content-length": String(photo.size),
      "cache-control": "private, max-age=86400, immutable",
      "content-disposition": disposition === "inline" ? "inline" : create(disposition.attachment),
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

/** What a report shows in full does not pass through here: its reader gets an address that is good for minutes. */
export const sendToPhoto = (address: string): Response =>
  redirect(address, {
    status: 302,
    headers: { "cache-control": `private, max-age=${SIGNED_SECONDS - MARGIN_SECONDS}` },
  });

/** Asked for anew each time, so that each reading is on record. */
export const sendToOriginal = (address: string): Response =>
  redirect(address, { status: 302, headers: { "cache-control": "no-store" } });
