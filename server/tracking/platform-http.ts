import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { urlToHttpOptions } from "node:url";
import type { Clock } from "#app/context.ts";
import { readRetryAfter } from "./retry-after.ts";

export type Question = {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  json?: unknown;
};

/** `body` is undefined where it is no JSON or larger than we read. */
export type Reply =
  | { status: number; retryAfter: number | undefined; body: unknown }
  | { failure: "timeout" | "refused" | "unreadable" };

type Options = { baseUrl: string; timeoutMs: number; clock: Clock };

export type PlatformHttp = ReturnType<typeof openPlatformHttp>;

const LARGEST_BODY = 1024 * 1024;

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
}

function baseOf(baseUrl: string) {
  const base = URL.parse(baseUrl);
  if (!base || !/^https?:$/.test(base.protocol))
    throw new Error("The address of a tracking platform must begin with http:// or https://");
  return base;
}

/**
 * Questions to one platform over connections of its own, which `close` ends at once. Node's fetch keeps
 * its connections to itself; here none outlives the process that closes. Redirects are not followed.
 */
export function openPlatformHttp({ baseUrl, timeoutMs, clock }: Options) {
  const base = baseOf(baseUrl);
  const { request, Agent } = base.protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true });
  let closed = false;
  const folder = base.pathname.replace(/\/+$/, "");

  async function exchange({ method, path, headers, json }: Question, signal: AbortSignal) {
    const outgoing = request({
      ...urlToHttpOptions(base),
      path: folder + path,
      method,
      agent,
      signal,
      headers: {
        accept: "application/json",
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    // An abort during the body reaches both streams; the one that is read tells it.
    outgoing.on("error", () => {});
    outgoing.end(json === undefined ? undefined : JSON.stringify(json));
    const [incoming]: IncomingMessage[] = await once(outgoing, "response");
    if (!incoming) throw new Error("no response");
    return {
      status: incoming.statusCode ?? 0,
      retryAfter: readRetryAfter(incoming.headers["retry-after"], clock.now()),
      body: await readJson(incoming),
    };
  }

  return {
    async ask(question: Question): Promise<Reply> {
      if (closed) return { failure: "refused" };
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await exchange(question, signal);
      } catch (error) {
        if (signal.aborted) return { failure: "timeout" };
        const { code } = error as NodeJS.ErrnoException;
        return { failure: code?.startsWith("HPE_") ? "unreadable" : "refused" };
      }
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
}
