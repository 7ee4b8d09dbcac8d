import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { watchIdle } from "../support/watch-idle.ts";
import { openEchoEars, openThreadEars } from "./delivery-ears.ts";
import type { Committed, DeliveryReady } from "./delivery-server.ts";
import { compare, type Figure, median } from "./figure.ts";

const MESSAGES_PER_SECOND = 50;
/** That measures hold together is seen on a machine that has other work too. */
const SMOKE_PER_SECOND = 10;
const ROUNDS = 5;
const BODY = "Pesan untuk mengukur jalan sebuah kabar sampai ke layar.";

const figure = (name: string, value: number, unit: string): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
});

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Seat = DeliveryReady["seats"][number];
/** How long one measure takes, and how long what is no part of it may take to end. */
type Span = { seconds: number; settleMs: number };

/** At even distances, whether or not the one before is answered. @returns how many were taken in each second. */
async function atPace(
  perSecond: number,
  seconds: number,
  post: (turn: number) => Promise<unknown>,
) {
  const begin = performance.now();
  const posts: Promise<unknown>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    await sleep(Math.max(0, begin + (1000 * turn) / perSecond - performance.now()));
    posts.push(post(turn));
  }
  await Promise.all(posts);
  return posts.length / ((performance.now() - begin) / 1000);
}

async function postMessage({ port, origin }: DeliveryReady, { cookie, code }: Seat) {
  const answer = await fetch(`http://127.0.0.1:${port}/pickup-problem/${code}/messages`, {
    method: "POST",
    headers: { cookie, origin, accept: "application/json" },
    body: new URLSearchParams({ clientId: randomUUID(), body: BODY }),
  });
  if (answer.status !== 201) throw new Error(`A message was answered with ${answer.status}`);
  await answer.arrayBuffer();
}

async function readCommits(server: ChildProcess): Promise<Committed> {
  const answer = once(server, "message");
  server.send("commits");
  return (await answer)[0] as Committed;
}

/** From the moment at which the node knows of the commit until a client has the message, on one machine's clock. */
async function measureDelivery(
  server: ChildProcess,
  ready: DeliveryReady,
  pace: number,
  { seconds, settleMs }: Span,
) {
  const ears = await openThreadEars(ready);
  // Everybody's coming is told to everybody too; that is not what is measured here.
  await sleep(settleMs);
  await readCommits(server);
  const idle = watchIdle();
  const { seats } = ready;
  const taken = await atPace(pace, seconds, (turn) =>
    postMessage(ready, seats[(turn * 7) % seats.length] as Seat),
  );
  await sleep(settleMs);
  const commits = await readCommits(server);
  ears.close();
  const at = new Map(commits.map((commit) => [commit.id, commit.at]));
  const ways = ears.heard.flatMap((one) => {
    const committed = at.get(one.id);
    return committed === undefined ? [] : [Math.max(0, one.at - committed)];
  });
  const missing = (commits.length * seats.length) / new Set(seats.map((seat) => seat.code)).size;
  if (ways.length < missing) throw new Error(`${missing - ways.length} screens were told nothing`);
  return { ways, taken, idle: idle(), commitMs: commits.map((commit) => commit.commitMs) };
}

async function measureEcho(ready: DeliveryReady, pace: number, { seconds, settleMs }: Span) {
  const ears = await openEchoEars(ready);
  const { seats } = ready;
  await atPace(pace, seconds, async (turn) => {
    const { code } = seats[(turn * 7) % seats.length] as Seat;
    ears.post(code, { id: randomUUID(), body: BODY });
  });
  await sleep(settleMs / 3);
  ears.close();
  return ears.delays;
}

async function postsPerSecond(port: number, { origin, seats }: DeliveryReady, seconds: number) {
  let turn = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    duration: seconds,
    connections: 8,
    requests: [
      {
        method: "POST",
        setupRequest(request) {
          turn += 1;
          const { cookie, code } = seats[(turn * 7) % seats.length] as Seat;
          const route = encodeURIComponent("routes/pickup-problem.$code.messages");
          return {
            ...request,
            path: `/pickup-problem/${code}/messages?_data=${route}`,
            body: new URLSearchParams({ clientId: randomUUID(), body: BODY }).toString(),
            headers: {
              cookie,
              origin,
              accept: "application/json",
              "content-type": "application/x-www-form-urlencoded",
            },
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}

async function* bothLatencies(
  server: ChildProcess,
  ready: DeliveryReady,
  pace: number,
  span: Span,
) {
  const own = await measureDelivery(server, ready, pace, span);
  const bare = await measureEcho(ready, pace, span);
  const at = `delivery.${pace}`;
  yield figure(`${at}.messages`, own.taken, "messages/s");
  yield figure(`${at}.idle`, own.idle, "% of the processors");
  yield figure(`${at}.commit.p95`, percentile(own.commitMs, 0.95), "ms");
  for (const [name, share] of [
    ["p50", 0.5],
    ["p95", 0.95],
    ["p99", 0.99],
  ] as const)
    yield compare(`${at}.${name}`, "ms", percentile(own.ways, share), percentile(bare, share));
}

/** The way of a message to the screens beside a bare broadcast, and the rate of posting beside a bare action. */
export async function* bench(smoke: boolean, clusterUrl?: string): AsyncIterable<Figure> {
  const options = [String(smoke ? 20 : 500), ...(clusterUrl ? [clusterUrl] : [])];
  const server = fork(new URL("./delivery-server.ts", import.meta.url), options, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    const ended = once(server, "exit").then(() => {
      throw new Error("The server under test ended");
    });
    const [ready] = (await Promise.race([once(server, "message"), ended])) as [DeliveryReady];
    const span = smoke ? { seconds: 1, settleMs: 1_000 } : { seconds: 10, settleMs: 3_000 };
    const pace = smoke ? SMOKE_PER_SECOND : MESSAGES_PER_SECOND;
    // The first requests of a process are the slowest; those of a node that serves are not.
    for (const port of [ready.port, ready.barePort])
      await postsPerSecond(port, ready, smoke ? 1 : 5);
    let idle = 100;
    for await (const one of bothLatencies(server, ready, pace, span)) {
      if (one.name.endsWith(".idle")) idle = one.value;
      yield one;
    }
    // A latency without idle time is mostly waiting for a processor.
    if (idle < 10) yield* bothLatencies(server, ready, pace / 2, span);
    const [own, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < (smoke ? 1 : ROUNDS); round += 1) {
      own.push(await postsPerSecond(ready.port, ready, smoke ? 1 : 5));
      bare.push(await postsPerSecond(ready.barePort, ready, smoke ? 1 : 5));
    }
    yield compare("delivery.posting", "requests/s", median(own), median(bare));
  } finally {
    const gone = once(server, "exit");
    server.send("end");
    await gone.catch(() => {});
  }
}
