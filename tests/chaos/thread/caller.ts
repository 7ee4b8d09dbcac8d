import { Agent, type RequestOptions, request } from "node:http";

export type Answer = { status: number; text: string; body: unknown };

type Call = {
  port: number;
  path: string;
  form?: Record<string, string>;
  /** A browser leaves a connection on which it gave up waiting. */
  signal?: AbortSignal;
};

/** What the page's own requests wait for. */
const PATIENCE_MS = 15_000;

type Outcome = Answer | "stale" | undefined;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An answer that does not come whole is none. A kept connection that the other end had left is stale. */
function ask(options: RequestOptions, body: string | undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const asked = request({ ...options, timeout: PATIENCE_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", () => resolve(undefined));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, text, body: parse(text) });
      });
      response.on("close", () => resolve(undefined));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () =>
      resolve(asked.reusedSocket && !options.signal?.aborted ? "stale" : undefined),
    );
    asked.end(body);
  });
}

/** A device's own connections to the nodes. */
export function openCaller(cookie: string, origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    async call({ port, path, form, signal }: Call): Promise<Answer | undefined> {
      const body = form && new URLSearchParams(form).toString();
      const type = form ? { "content-type": "application/x-www-form-urlencoded" } : {};
      const headers = { cookie, origin, accept: "application/json", ...type };
      const method = form ? "POST" : "GET";
      const options = { agent, host: "127.0.0.1", port, path, method, headers, signal };
      // A browser asks again by itself where that can do no harm.
      for (let left = agent.maxSockets; left > 0; left -= 1) {
        const outcome = await ask(options, body);
        if (outcome !== "stale") return outcome;
        if (form) return undefined;
      }
      return undefined;
    },
    close: () => agent.destroy(),
  };
}

export type Caller = ReturnType<typeof openCaller>;
