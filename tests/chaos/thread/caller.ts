import { Agent, request } from "node:http";

export type Answer = { status: number; text: string; body: unknown };

type Call = { port: number; path: string; form?: Record<string, string> };

/** What the page's own requests wait for. */
const PATIENCE_MS = 15_000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A device's own connections to the nodes. An answer that does not come whole is none. */
export function openCaller(cookie: string, origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const headers = { cookie, origin, accept: "application/json" };
  return {
    call({ port, path, form }: Call): Promise<Answer | undefined> {
      return new Promise((resolve) => {
        const body = form && new URLSearchParams(form).toString();
        const asked = request(
          {
            agent,
            port,
            path,
            host: "127.0.0.1",
            method: body === undefined ? "GET" : "POST",
            timeout: PATIENCE_MS,
            headers: {
              ...headers,
              ...(body === undefined
                ? {}
                : {
                    "content-type": "application/x-www-form-urlencoded",
                    "content-length": Buffer.byteLength(body),
                  }),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk) => chunks.push(chunk));
            response.on("error", () => resolve(undefined));
            response.on("end", () => {
              const text = Buffer.concat(chunks).toString("utf8");
              resolve({ status: response.statusCode ?? 0, text, body: parse(text) });
            });
            response.on("close", () => resolve(undefined));
          },
        );
        asked.on("timeout", () => asked.destroy());
        asked.on("error", () => resolve(undefined));
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

export type Caller = ReturnType<typeof openCaller>;
