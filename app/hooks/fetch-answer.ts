import { type Answer, readAnswer } from "./read-answer.ts";

const PATIENCE_MS = 15_000;

type Request = {
  method?: "GET" | "POST";
  body?: BodyInit;
  keepalive?: boolean;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Never throws: silence, time-outs and foreign pages are an answer too. */
export async function fetchAnswer<T>(
  url: string,
  request: Request,
  isExpected: (value: unknown) => value is T,
): Promise<Answer<T>> {
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const timer = setTimeout(giveUp, PATIENCE_MS);
  request.signal?.addEventListener("abort", giveUp);
  try {
    const response = await fetch(url, {
      ...request,
      headers: { Accept: "application/json", ...request.headers },
      signal: patience.signal,
    });
    const retryAfter = response.headers.get("Retry-After");
    return readAnswer(response.status, await response.text(), isExpected, retryAfter);
  } catch {
    return { type: "unreached" };
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", giveUp);
  }
}
