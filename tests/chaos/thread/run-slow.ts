import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "../chaos.ts";
import { countWrongBadges } from "./badges.ts";
import type { Crowd } from "./crowd.ts";
import { measureGhosts } from "./ghosts.ts";
import { throwNonsense } from "./nonsense.ts";
import type { Screen } from "./screen.ts";
import { openStage, percentile, type Stage } from "./stage.ts";
import { openTap, type Tap } from "./tap.ts";
import { writeMuch } from "./write-much.ts";

export type SlowPlan = {
  /** People who stop reading, all before one thread. */
  slow: number;
  /** What each of the others writes meanwhile, half a megabyte each. */
  messages: number;
  /** The same before, read by everybody, for comparison. */
  before: number;
  /** How long it may take until they are cut. */
  cutWithinMs: number;
  /** How many megabytes a node may grow. */
  growthMb: number;
  /** Sockets that say nonsense. */
  nonsense: number;
  /** Whether people vanish in the end. */
  ghosts: boolean;
};

type Options = {
  clusterUrl: string;
  plan: SlowPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const CUT = "slow reader cut";
const MEGABYTE = 1024 * 1024;
const HOME = 4;
const LEAVING = 2;
const GHOST_AFTER_KILL_MS = 60_000;
const GHOST_AFTER_CLOSE_MS = 30_000;

const NO_GHOSTS = { ghostMsClosed: 0, ghostMsKilled: 0 };

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

/** As the node says itself: a connection that only fell silent ends too, and later. */
async function untilCut({ fleet }: Stage, slow: number, patience: number) {
  const cut = () => fleet.book.complaints.filter((line) => line.includes(CUT)).length;
  for (const end = Date.now() + patience; Date.now() < end && cut() < slow; ) await sleep(200);
  return cut();
}

type Lines = { sockets: Tap; pages: Tap };

/** @returns how many were cut, and by how much the node grew beside the same messages with everybody reading. */
async function stopReading(stage: Stage, { sockets, pages }: Lines, home: Crowd, plan: SlowPlan) {
  const [node] = stage.fleet.nodes;
  const seats = home.screens.map((screen) => screen.seat);
  const write = (messages: number) => writeMuch(stage, seats, node?.port ?? 0, messages);
  const usual = await peakDuring(stage, write(plan.before));
  for (const tap of [sockets, pages]) tap.stopReading();
  const burdened = await peakDuring(stage, write(plan.messages));
  const cut = await untilCut(stage, plan.slow, plan.cutWithinMs);
  for (const tap of [sockets, pages]) tap.resume();
  const grownMb = Math.round((burdened - usual) / MEGABYTE);
  stage.say(`${cut} of ${plan.slow} cut; the node grew by ${grownMb} MB`);
  return { slow: plan.slow, cut, grownMb };
}

/** Everybody of one thread, half of them behind lines that can be stopped. */
async function gatherAll({ scene, gather }: Stage, port: number, { sockets, pages }: Lines) {
  const { seats } = scene;
  const home = await gather({ seats: seats.slice(0, HOME), ports: [port] });
  const slow = await gather({
    seats: seats.slice(HOME, -LEAVING),
    ports: [pages.port],
    socketPorts: [sockets.port],
  });
  await Promise.all([home.untilConnected(), slow.untilConnected()]);
  return { home, slow };
}

/** People stop reading, say nonsense and vanish; the node keeps its size, its life and its word. */
export async function runSlow({ clusterUrl, plan, seed, plant, say }: Options): Promise<Verdict> {
  const people = plan.slow + HOME + LEAVING;
  const nodes = plan.ghosts ? 2 : 1;
  const stage = await openStage({ clusterUrl, threads: 1, people, nodes, seed, plant, say });
  const [first, second] = stage.fleet.nodes;
  if (!first) throw new Error("A node is wanted");
  const sockets = await openTap(() => first.port);
  const pages = await openTap(() => first.port);
  const lines = { sockets, pages };
  try {
    await stage.fleet.startAll();
    const { home, slow } = await gatherAll(stage, first.port, lines);
    say(`${people} people before one thread; seed ${seed}`);
    const flood = await stopReading(stage, lines, home, plan);
    slow.hurt();
    await Promise.all([home.settle(), slow.settle()]);
    const nonsense = await throwNonsense(stage, plan.nonsense);
    say(`${nonsense} pieces of nonsense said`);
    const found = await stage.judge();
    const wrongBadges = await countWrongBadges(stage);
    const leaving = stage.scene.seats.slice(-LEAVING);
    const ghosts = second
      ? await measureGhosts(stage, home.screens[0] as Screen, leaving, second)
      : NO_GHOSTS;
    const healedMsP95 = percentile(stage.ledger.healedMs, 0.95);
    const isMet =
      flood.cut === plan.slow &&
      flood.grownMb <= plan.growthMb &&
      wrongBadges === 0 &&
      ghosts.ghostMsClosed <= GHOST_AFTER_CLOSE_MS &&
      ghosts.ghostMsKilled <= GHOST_AFTER_KILL_MS;
    const more = {
      kills: plan.ghosts ? 1 : 0,
      ...flood,
      nonsense,
      wrongBadges,
      ...ghosts,
      healedMsP95,
    };
    return stage.conclude(found, more, isMet);
  } finally {
    await stage.close();
    await Promise.all([sockets.close(), pages.close()]);
  }
}
