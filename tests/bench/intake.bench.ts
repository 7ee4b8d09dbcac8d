import { type ChildProcess, fork } from "node:child_process";
import autocannon from "autocannon";
import { compare, type Figure, median } from "./figure.ts";
import type { IntakeReady } from "./intake-server.ts";

const ROUNDS = 7;

type Delivery = IntakeReady["deliveries"][number];

async function perSecond(url: string, next: () => Delivery, seconds: number): Promise<number> {
  const result = await autocannon({
    url,
    duration: seconds,
    connections: 16,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body, signature } = next();
          const headers = {
            "content-type": "application/json",
            "x-ninjavan-hmac-sha256": signature,
          };
          return { ...request, body, headers };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

/** Deliveries in a row, each side with its own place in it. */
function walk(deliveries: Delivery[]): () => Delivery {
  let at = 0;
  return () => {
    at = (at + 1) % deliveries.length;
    return deliveries[at] as Delivery;
  };
}

/** The work that a burst leaves behind must not fall on the other side's round. */
const worked = (server: ChildProcess) =>
  new Promise((resolve) => {
    server.once("message", resolve);
    server.send("worked?");
  });

/** Signed deliveries, every fifth a repetition, beside a bare Express handler with the same check and one insert. */
export async function* bench(smoke: boolean): AsyncIterable<Figure> {
  const server = fork(new URL("./intake-server.ts", import.meta.url), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const ready = await new Promise<IntakeReady>((resolve, reject) => {
      server.once("message", (message) => resolve(message as IntakeReady));
      server.once("exit", () => reject(new Error("The server under test ended")));
    });
    const [own, bare] = [walk(ready.deliveries), walk(ready.deliveries)];
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < (smoke ? 1 : ROUNDS); round += 1) {
      ours.push(await perSecond(ready.own, own, smoke ? 1 : 3));
      await worked(server);
      theirs.push(await perSecond(ready.bare, bare, smoke ? 1 : 3));
    }
    yield compare("intake.deliveries", "requests/s", median(ours), median(theirs));
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.send("end");
    await ended;
  }
}
