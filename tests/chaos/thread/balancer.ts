import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingMessage,
  type RequestOptions,
  request,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_MS = 250;

type Target = { port: number; isReady: boolean };

const askReady = (port: number) =>
  new Promise<boolean>((resolve) => {
    const asked = get({ port, host: "127.0.0.1", path: "/readyz", timeout: 2_000, agent: false });
    asked.on("close", () => resolve(false));
    asked.on("response", (response) => resolve(response.resume().statusCode === 200));
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
  });

async function readBody(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const isRefused = (error: unknown) => (error as { code?: string }).code === "ECONNREFUSED";

function forward(options: RequestOptions, body: Buffer, answer: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept may be closed by the node as it is written to.
    const passed = request({ ...options, host: "127.0.0.1", agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on("end", resolve);
      response.on("error", reject);
    });
    passed.on("error", reject);
    passed.end(body);
  });
}

/** What stands before the nodes: asks who is ready, and tries another only where nothing was sent yet. */
export async function openBalancer(ports: number[]) {
  const targets: Target[] = ports.map((port) => ({ port, isReady: true }));
  const tunnels = new Set<Socket>();
  let turn = 0;
  const failures: string[] = [];
  let passed = 0;
  let closed = false;

  /** The ready ones first, each in its turn. */
  function choose(): Target[] {
    turn += 1;
    const turned = targets.map((_, at) => targets[(at + turn) % targets.length] as Target);
    return turned.toSorted((a, b) => Number(b.isReady) - Number(a.isReady));
  }

  async function pass(asked: IncomingMessage, answer: ServerResponse) {
    const body = await readBody(asked);
    const { method, url: path } = asked;
    const headers = { ...asked.headers, connection: "close" };
    let why = "nobody listens";
    for (const { port } of choose()) {
      try {
        await forward({ port, method, path, headers }, body, answer);
        passed += 1;
        if (answer.statusCode >= 500) failures.push(`${path} ${answer.statusCode}`);
        return;
      } catch (error) {
        if (isRefused(error)) continue;
        why = String(error);
        break;
      }
    }
    failures.push(`${path} ${why}`);
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  }

  function tunnel(asked: IncomingMessage, here: Socket, head: Buffer) {
    const port = choose()[0]?.port ?? 0;
    const there = connect({ port, host: "127.0.0.1" });
    const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
    for (let at = 0; at < asked.rawHeaders.length; at += 2)
      lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
    there.write(`${lines.join("\r\n")}\r\n\r\n`);
    there.write(head);
    here.pipe(there).pipe(here);
    for (const side of [here, there]) {
      tunnels.add(side);
      side.on("error", () => {});
      side.on("close", () => {
        tunnels.delete(side);
        here.destroy();
        there.destroy();
      });
    }
  }

  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => answer.destroy());
  });
  server.on("upgrade", (asked, here, head) => tunnel(asked, here as Socket, head));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  /** Each by itself: one that is slow to answer does not hide what became of another. */
  async function lookAt(target: Target) {
    while (!closed) {
      target.isReady = await askReady(target.port);
      await sleep(LOOK_MS, undefined, { ref: false });
    }
  }
  for (const target of targets) void lookAt(target);
  return {
    port: (server.address() as AddressInfo).port,
    /** Requests that were answered, well or not, and what became of those that failed. */
    passed: () => passed,
    failures,
    /** As many are ready as there are. */
    async untilAllReady() {
      while (!targets.every((target) => target.isReady)) await sleep(50);
    },
    close() {
      closed = true;
      for (const side of tunnels) side.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

export type Balancer = Awaited<ReturnType<typeof openBalancer>>;
