import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "../chaos.ts";
import type { Crowd } from "./crowd.ts";
import { raceToOpen } from "./race-to-open.ts";
import { openStage, percentile, type Stage } from "./stage.ts";
import { openTap, type Tap } from "./tap.ts";

export type NetworkPlan = {
  threads: number;
  people: number;
  perSecond: number;
  /** How long each cut lasts. */
  cutsMs: number[];
  /** Openings of a thread in which somebody writes. */
  races: number;
};

type Options = {
  clusterUrl: string;
  plan: NetworkPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const WHOLE_WITHIN_MS = 2_000;
const UNTIL_WHOLE_MS = 20_000;

/** The line breaks and the device knows: its browser says when it is back. */
async function breakLine(taps: Tap[], ms: number, crowd: Crowd) {
  for (const tap of taps) tap.cut();
  await sleep(ms);
  await Promise.all(taps.map((tap) => tap.restore()));
  for (const screen of crowd.screens) screen.wake();
}

/** Packets vanish, and nobody says so. */
async function silenceLine(taps: Tap[], ms: number) {
  for (const tap of taps) tap.hush();
  await sleep(ms);
  for (const tap of taps) tap.resume();
}

/** @returns how long it took each screen to be whole again, over all cuts. */
async function cutAll(stage: Stage, taps: Tap[], away: Crowd, cutsMs: number[]) {
  const { healedMs } = stage.ledger;
  const all: number[] = [];
  for (const ms of cutsMs) {
    for (const cut of [breakLine, silenceLine]) {
      await cut(taps, ms, away);
      // What was open as the cut began is older than what is measured here.
      away.forget();
      healedMs.length = 0;
      away.hurt();
      const end = Date.now() + UNTIL_WHOLE_MS;
      while (healedMs.length < away.screens.length && Date.now() < end) await sleep(50);
      const missing = Math.max(0, away.screens.length - healedMs.length);
      all.push(...healedMs, ...Array(missing).fill(UNTIL_WHOLE_MS));
      const p95 = percentile([...healedMs, ...Array(missing).fill(UNTIL_WHOLE_MS)], 0.95);
      stage.say(
        `${cut === breakLine ? "broken" : "silent"} for ${ms / 1000} s; whole in ${p95} ms`,
      );
      await sleep(1_000);
    }
  }
  return all;
}

/** Half of the people lose their network while the others write on; then threads are opened under writers. */
export async function runNetwork({
  clusterUrl,
  plan,
  seed,
  plant,
  say,
}: Options): Promise<Verdict> {
  const { threads, people } = plan;
  const stage = await openStage({ clusterUrl, threads, people, nodes: 2, seed, plant, say });
  const taps: Tap[] = [];
  try {
    await stage.fleet.startAll();
    for (const node of stage.fleet.nodes) taps.push(await openTap(() => node.port));
    const isAway = (_: unknown, at: number) => at % 2 === 0;
    const { seats } = stage.scene;
    const ports = taps.map((tap) => tap.port);
    const home = await stage.gather({ seats: seats.filter((seat, at) => !isAway(seat, at)) });
    const away = await stage.gather({ seats: seats.filter(isAway), ports });
    await Promise.all([home.untilConnected(), away.untilConnected()]);
    say(`${seats.length} people before ${threads} threads; seed ${seed}`);
    let done = false;
    const writing = [home, away].map((crowd) => crowd.writeUntil(() => done, plan.perSecond / 2));
    const healed = await cutAll(stage, taps, away, plan.cutsMs);
    done = true;
    await Promise.all(writing);
    const raceMissed = await raceToOpen(stage, plan.races, seed);
    await Promise.all([home.settle(), away.settle()]);
    const found = await stage.judge();
    const healedMsP95 = percentile(healed, 0.95);
    const more = {
      kills: 0,
      cuts: plan.cutsMs.length * 2,
      healedMsP95,
      races: plan.races,
      raceMissed,
    };
    return stage.conclude(found, more, healedMsP95 <= WHOLE_WITHIN_MS && raceMissed === 0);
  } finally {
    await stage.close();
    await Promise.all(taps.map((tap) => tap.close()));
  }
}
