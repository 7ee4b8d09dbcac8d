import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { Transform } from "node:stream";

/** Turns one bit of the first byte. */
const damageFirst = () => {
  let isFirst = true;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = Buffer.from(chunk);
      if (isFirst) bytes.writeUInt8((bytes[0] ?? 0) ^ 1);
      isFirst = false;
      done(null, bytes);
    },
  });
};

/** A way to an S3 that damages what is written over it, until it is mended. */
export async function openBadLine(target: string) {
  let isBad = true;
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const onward = httpRequest(new URL(incoming.url ?? "/", target), { method, headers });
    onward.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    if (isBad) incoming.pipe(damageFirst()).pipe(onward);
    else incoming.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    damage() {
      isBad = true;
    },
    mend() {
      isBad = false;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
