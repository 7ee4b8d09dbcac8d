import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import type { Verdict } from "../chaos.ts";
import { commitLate } from "./commit-late.ts";
import { measureLateness } from "./lateness.ts";
import { openStage, percentile, type Stage } from "./stage.ts";
import { openTap, type Tap } from "./tap.ts";

export type ListenPlan = {
  threads: number;
  people: number;
  nodes: number;
  perSecond: number;
  /** Terminated LISTEN connections. */
  kills: number;
  /** How often all of them fall silent without being closed. */
  halfOpen: number;
  /** Pairs of commits of which the first comes last. */
  pairs: number;
};

type Options = {
  clusterUrl: string;
  plan: ListenPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const NOTICED_WITHIN_MS = 15_000;
const PATIENCE_MS = 40_000;
const LATE_MS = 6_000;

const listening = (tap: Tap) => [...tap.links].filter((link) => link.isListening);

/** Until as many listen again as there are nodes, apart from those. @returns how long it took. */
async function untilHeard(tap: Tap, nodes: number, besides: Set<unknown> = new Set()) {
  const begin = Date.now();
  while (listening(tap).filter((link) => !besides.has(link)).length < nodes) {
    if (Date.now() - begin > PATIENCE_MS) break;
    await sleep(50);
  }
  return Date.now() - begin;
}

async function terminateAll({ scene, seed, say }: Stage, tap: Tap, { kills, nodes }: ListenPlan) {
  const random = seededRandom(seed);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(random.int(200, 1_000));
    await untilHeard(tap, nodes);
    const port = random.pick(listening(tap)).portThere();
    await scene.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where client_port = $1",
      [port],
    );
  }
  await untilHeard(tap, nodes);
  say(`${kills} LISTEN connections terminated`);
}

/** @returns the longest time until a node noticed. */
async function fallSilent(tap: Tap, { halfOpen, nodes }: ListenPlan, say: Options["say"]) {
  let slowest = 0;
  for (let round = 0; round < halfOpen; round += 1) {
    await sleep(1_000);
    const silent = new Set(listening(tap));
    for (const link of silent) link.hush();
    const took = await untilHeard(tap, nodes, silent);
    slowest = Math.max(slowest, took);
    say(`${silent.size} LISTEN connections half-open; noticed after ${took} ms`);
    for (const link of silent) link.destroy();
  }
  return slowest;
}

/** One of each thread writes, and the others only watch: nobody's own answer tells them of a gap. */
const talkers = (stage: Stage) =>
  stage.scene.seats.filter(
    (seat, at, seats) => seats.findIndex((other) => other.code === seat.code) === at,
  );

/** Nodes lose the connection by which they hear, told or untold, and hear of commits in another order. */
export async function runListen({ clusterUrl, plan, seed, plant, say }: Options): Promise<Verdict> {
  const tap = await openTap(() => Number(new URL(clusterUrl).port));
  const nodeUrl = new URL(clusterUrl);
  nodeUrl.port = String(tap.port);
  const { threads, people, nodes } = plan;
  const stage = await openStage({
    clusterUrl,
    nodeUrl: nodeUrl.href,
    threads,
    people,
    nodes,
    seed,
    plant,
    say,
  });
  try {
    await stage.fleet.startAll();
    const crowd = await stage.gather();
    await crowd.untilConnected();
    say(`${crowd.screens.length} people before ${threads} threads; seed ${seed}`);
    const skipped = await commitLate(stage, crowd, plan.pairs);
    say(`${plan.pairs} pairs committed late; ${skipped} news skipped`);
    const since = Date.now();
    let done = false;
    const chosen = new Set(talkers(stage));
    const writing = crowd.writeUntil(
      () => done,
      plan.perSecond,
      (seat) => chosen.has(seat),
    );
    await terminateAll(stage, tap, plan);
    const noticedMsMax = await fallSilent(tap, plan, say);
    done = true;
    await writing;
    await crowd.settle();
    const found = await stage.judge();
    const late = measureLateness(stage.ledger, crowd.screens, since);
    const lateMsMax = percentile(late, 1);
    const more = {
      kills: plan.kills,
      halfOpen: plan.halfOpen,
      pairs: plan.pairs,
      skipped,
      noticedMsMax,
      lateMsP95: percentile(late, 0.95),
      lateMsMax,
      healedMsP95: percentile(stage.ledger.healedMs, 0.95),
    };
    const isMet = skipped === 0 && noticedMsMax <= NOTICED_WITHIN_MS && lateMsMax <= LATE_MS;
    return stage.conclude(found, more, isMet);
  } finally {
    await stage.close();
    await tap.close();
  }
}
