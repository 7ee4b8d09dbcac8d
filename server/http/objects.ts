import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import type { Log } from "#app/context.ts";
import {
  type ByteRange,
  type Grant,
  isStoreError,
  type ObjectFacts,
  type ObjectStore,
} from "#storage/object-store.ts";
import { OBJECTS_PATH } from "#storage/signed-address.ts";

/** Signed addresses of a store that has no door of its own to the outside. Whoever holds one needs no session. */
export function objectRoutes(store: ObjectStore, log: Log): Router {
  const router = Router();
  // Not by a pattern: its parts would be decoded, and oddly written ones answered differently.
  router.use(OBJECTS_PATH, async (request, response) => {
    try {
      await sendObject(store, request, response);
    } catch (error) {
      log.error({ err: error }, "object not sent");
      if (response.headersSent) return void response.destroy();
      refuse(response.set("retry-after", "5"), 503, "Coba lagi sebentar lagi.\n");
    }
  });
  return router;
}

const refuse = (response: Response, status: number, text: string) =>
  response.status(status).set("cache-control", "no-store").type("text").send(text);

async function sendObject(store: ObjectStore, request: Request, response: Response) {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const grant = isRead ? store.redeem?.(request.originalUrl) : undefined;
  const facts = grant && (await store.head(grant.key));
  // Forged, over or never there: nobody learns which.
  if (!grant || !facts) return void refuse(response, 404, "Tidak ditemukan.\n");
  response.set(headersOf(grant, facts));
  if (request.fresh) return void response.status(304).end();
  const range = findRange(request, facts.size, String(response.get("etag")));
  if (range === "unsatisfiable") {
    response.set("content-range", `bytes */${facts.size}`);
    return void refuse(response, 416, "");
  }
  await sendBytes(store, grant.key, { request, response, range, facts });
}

const headersOf = ({ disposition, secondsLeft }: Grant, facts: ObjectFacts) => ({
  "content-type": facts.contentType,
  "content-disposition": disposition,
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": `private, max-age=${secondsLeft}`,
  "accept-ranges": "bytes",
  etag: `"${facts.size.toString(16)}-${facts.modifiedAt.getTime().toString(16)}"`,
});

/** One range as RFC 9110 has it; of several, or of another state of the object, the whole is given. */
function findRange(
  request: Request,
  size: number,
  etag: string,
): ByteRange | "unsatisfiable" | undefined {
  const isOfThis = [undefined, etag].includes(request.get("if-range"));
  if (request.method !== "GET" || !isOfThis) return undefined;
  const ranges = request.range(size);
  if (ranges === -1) return "unsatisfiable";
  if (!Array.isArray(ranges) || ranges.type !== "bytes" || ranges.length !== 1) return undefined;
  return ranges[0];
}

type Sending = { request: Request; response: Response; range?: ByteRange; facts: ObjectFacts };

async function sendBytes(
  store: ObjectStore,
  key: string,
  { request, response, range, facts }: Sending,
) {
  if (request.method === "HEAD") return void response.set("content-length", `${facts.size}`).end();
  const object = await store.open(key, { range }).catch(passOverMissing);
  if (!object) return void refuse(response, 404, "Tidak ditemukan.\n");
  response.status(range ? 206 : 200).set("content-length", `${object.size}`);
  if (range) response.set("content-range", `bytes ${range.start}-${range.end}/${facts.size}`);
  await pipeline(object.stream, response).catch((error) => {
    // Somebody who goes away in the middle is no fault of ours.
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

/** Removed in this very moment. */
function passOverMissing(error: unknown): undefined {
  if (!isStoreError(error) || error.code !== "object.missing") throw error;
}
