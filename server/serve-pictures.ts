import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { PicturePool } from "#storage/pictures/picture-pool.ts";
import { isPictureRefusal } from "#storage/pictures/picture-refusal.ts";
import { pack, SENDER } from "#storage/pictures/picture-wire.ts";
import type { Logger } from "./log.ts";

type Options = { pictures: PicturePool; secret: string; log: Logger };

/** A body of 25 MB that does not come in this time does not come. */
const REQUEST_MS = 30_000;

const digest = (text: string) => createHash("sha256").update(text).digest();

function isAllowed(request: IncomingMessage, secret: string): boolean {
  const given = request.headers.authorization ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${secret}`));
}

function answerJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function answer(request: IncomingMessage, response: ServerResponse, pictures: PicturePool) {
  const isAside = request.url === "/labels";
  const sender = String(request.headers[SENDER] ?? "");
  const picture = await pictures.receive(request, { sender, isAside });
  try {
    if (isAside) return answerJson(response, 200, await pictures.readLabels(picture));
    const packed = pack(await pictures.normalise(picture));
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(packed);
  } finally {
    await picture.discard();
  }
}

/** The room of pictures for web processes that have none of their own. Whoever has the secret may ask. */
export function openPictureServer({ pictures, secret, log }: Options): Server {
  const server = createServer(async (request, response) => {
    try {
      if (request.url === "/healthz") return answerJson(response, 200, pictures.stats());
      if (!isAllowed(request, secret)) return answerJson(response, 401, {});
      const isKnown = request.url === "/normalise" || request.url === "/labels";
      if (request.method !== "POST" || !isKnown) return answerJson(response, 404, {});
      await answer(request, response, pictures);
    } catch (error) {
      // The line broke: nobody listens.
      if (response.headersSent || request.socket.destroyed) return response.destroy();
      if (isPictureRefusal(error)) {
        const status = error.isPassing ? 503 : 422;
        return answerJson(response, status, { code: error.code });
      }
      log.error({ err: error }, "picture failed");
      answerJson(response, 500, {});
    }
  });
  server.requestTimeout = REQUEST_MS;
  return server;
}
