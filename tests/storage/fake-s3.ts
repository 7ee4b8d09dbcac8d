import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type FakeS3 = { endpoint: string; close(): Promise<void> };

/** The few answers of an S3 that the store asks for, with objects in memory and no signatures checked. */
export async function startFakeS3(bucket: string): Promise<FakeS3> {
  const objects = new Map<string, { bytes: Buffer; type: string }>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://fake");
    const key = pathname.slice(bucket.length + 2);
    const object = objects.get(key);
    if (!pathname.startsWith(`/${bucket}`)) {
      response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
    } else if (request.method === "PUT") {
      const type = request.headers["content-type"] ?? "";
      objects.set(key, { bytes: await buffer(request), type });
      response.end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (request.method === "HEAD" && key === "") {
      response.end();
    } else if (object) {
      const headers = { "content-type": object.type, "content-length": object.bytes.length };
      response.writeHead(200, headers).end(object.bytes);
    } else {
      response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
