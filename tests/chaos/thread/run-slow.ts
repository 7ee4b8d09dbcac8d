import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "../chaos.ts";
import { countWrongBadges } from "./badges.ts";
import { measureGhosts } from "./ghosts.ts";
import { throwNonsense } from "./nonsense.ts";
import type { Screen } from "./screen.ts";
import { openStage, percentile, type Stage } from "./stage.ts";
import { openTap, type Tap } from "./tap.ts";

export type SlowPlan = {
  /** People who stop reading, all before one thread. */
  slow: number;
  /** Messages that nobody reads, and as many before for comparison. */
  messages: number;
  bodyLength: number;
  /** How much a node may grow, in bytes. */
  growth: number;
  /** Sockets that say nonsense. */
  nonsense: number;
};

type Options = {
  clusterUrl: string;
  plan: SlowPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const HOME = 4;
const LEAVING = 2;
const CUT_WITHIN_MS = 60_000;
const GHOST_AFTER_KILL_MS = 60_000;
const GHOST_AFTER_CLOSE_MS = 30_000;

/** The most memory that the node held while the work went on. */
async function peakDuring({ fleet }: Stage, work: Promise<unknown>): Promise<number> {
  const [node] = fleet.nodes;
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  let peak = 0;
  while (!isOver) {
    peak = Math.max(peak, (await node?.readRss()) ?? 0);
    await sleep(200);
  }
  await over;
  return peak;
}

async function untilCut(tap: Tap, before: Set<unknown>) {
  const left = () => [...tap.links].filter((link) => before.has(link)).length;
  for (const end = Date.now() + CUT_WITHIN_MS; Date.now() < end && left() > 0; ) await sleep(200);
  return before.size - left();
}

/** People stop reading, say nonsense and vanish; the node keeps its size, its life and its word. */
export async function runSlow({ clusterUrl, plan, seed, plant, say }: Options): Promise<Verdict> {
  const stage = await openStage({
    clusterUrl,
    threads: 1,
    people: plan.slow + HOME + LEAVING,
    nodes: 2,
    seed,
    plant,
    say,
  });
  const [first, second] = stage.fleet.nodes;
  if (!first || !second) throw new Error("Two nodes are wanted");
  const tap = await openTap(() => first.port);
  const pages = await openTap(() => first.port);
  try {
    await stage.fleet.startAll();
    const { seats } = stage.scene;
    const ports = [first.port];
    const home = await stage.gather({ seats: seats.slice(0, HOME), ports });
    const [watcher] = home.screens;
    const slow = await stage.gather({
      seats: seats.slice(HOME, -LEAVING),
      ports: [pages.port],
      socketPorts: [tap.port],
    });
    await Promise.all([home.untilConnected(), slow.untilConnected()]);
    say(`${seats.length} people before one thread; seed ${seed}`);
    const { ledger } = stage;
    const flow = (until: number) =>
      home.writeUntil(() => ledger.countAcked() >= until, 40, undefined, plan.bodyLength);
    const usual = await peakDuring(stage, flow(plan.messages));
    const stuck = new Set(tap.links);
    for (const one of [tap, pages]) one.stopReading();
    const burdened = await peakDuring(stage, flow(plan.messages * 2));
    const cut = await untilCut(tap, stuck);
    for (const one of [tap, pages]) one.resume();
    const grownMb = Math.round((burdened - usual) / 1024 / 1024);
    say(`${cut} of ${stuck.size} cut; the node grew by ${grownMb} MB`);
    slow.hurt();
    await Promise.all([home.settle(), slow.settle()]);
    const said = await throwNonsense(stage, plan.nonsense);
    say(`${said} pieces of nonsense said`);
    const found = await stage.judge();
    const wrongBadges = await countWrongBadges(stage);
    const ghosts = await measureGhosts(stage, watcher as Screen, seats.slice(-LEAVING), second);
    say(
      `ghosts: ${ghosts.afterCloseMs} ms after a closed tab, ${ghosts.afterKillMs} ms after a kill`,
    );
    const more = {
      kills: 1,
      slow: stuck.size,
      cut,
      grownMb,
      nonsense: said,
      wrongBadges,
      ghostMsClosed: ghosts.afterCloseMs,
      ghostMsKilled: ghosts.afterKillMs,
      healedMsP95: percentile(ledger.healedMs, 0.95),
    };
    const isMet =
      cut === plan.slow &&
      burdened - usual <= plan.growth &&
      wrongBadges === 0 &&
      ghosts.afterCloseMs <= GHOST_AFTER_CLOSE_MS &&
      ghosts.afterKillMs <= GHOST_AFTER_KILL_MS;
    return stage.conclude(found, more, isMet);
  } finally {
    await stage.close();
    await Promise.all([tap.close(), pages.close()]);
  }
}
