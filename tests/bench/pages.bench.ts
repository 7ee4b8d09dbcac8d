import { fork } from "node:child_process";
import autocannon from "autocannon";
import { compare, type Figure, median } from "./figure.ts";

export type PagesReady = { cookie: string; pages: { name: string; url: string; bare: string }[] };

const ROUNDS = 5;

async function requestsPerSecond(url: string, cookie: string, seconds: number): Promise<number> {
  const result = await autocannon({
    url,
    duration: seconds,
    connections: 8,
    headers: { cookie, accept: "text/html" },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

/** Turn by turn, so that a busy minute of the machine falls on both. */
async function besideBare(
  page: PagesReady["pages"][number],
  cookie: string,
  seconds: number,
  rounds: number,
): Promise<Figure> {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await requestsPerSecond(page.url, cookie, seconds));
    bare.push(await requestsPerSecond(page.bare, cookie, seconds));
  }
  return compare(`pages.${page.name}`, "requests/s", median(own), median(bare));
}

/** The queue and a thread beside the same pages with the same rows from memory: no session, no role, no query. */
export async function* bench(smoke: boolean): AsyncIterable<Figure> {
  const server = fork(new URL("./pages-server.ts", import.meta.url), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const ready = await new Promise<PagesReady>((resolve, reject) => {
      server.once("message", (message) => resolve(message as PagesReady));
      server.once("exit", () => reject(new Error("The server under test ended")));
    });
    for (const page of ready.pages)
      yield await besideBare(page, ready.cookie, smoke ? 1 : 5, smoke ? 1 : ROUNDS);
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.send("end");
    await ended;
  }
}
