import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "../chaos.ts";
import { type Balancer, openBalancer } from "./balancer.ts";
import { openStage, percentile, type Stage } from "./stage.ts";

export type RollingPlan = {
  threads: number;
  people: number;
  perSecond: number;
  /** Rounds in which every node is restarted. */
  rounds: number;
};

type Options = {
  clusterUrl: string;
  plan: RollingPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const DRAIN_WITHIN_MS = 10_000;
/** As where the product is installed; a balancer that looks four times a second has noticed by then. */
const DRAIN_NOTICE_MS = 3_000;

/** One after the other, each only while all are ready. @returns how long each took to close. */
async function restartAll({ fleet, plant, say }: Stage, rounds: number, balancer: Balancer) {
  const drains: number[] = [];
  const hasShown = () => plant !== undefined && balancer.failures.length > 0;
  for (let round = 0; round < rounds && !hasShown(); round += 1) {
    for (const node of fleet.nodes) {
      await balancer.untilAllReady();
      await sleep(500);
      drains.push(await node.stop());
      await node.start();
    }
    say(
      `round ${round + 1} of ${rounds}; the last drain took ${Math.round(drains.at(-1) ?? 0)} ms`,
    );
  }
  return drains;
}

/** People write through a balancer while a new version is rolled out again and again. */
export async function runRolling({
  clusterUrl,
  plan,
  seed,
  plant,
  say,
}: Options): Promise<Verdict> {
  const { threads, people } = plan;
  const stage = await openStage({
    clusterUrl,
    threads,
    people,
    nodes: 2,
    drainNotice: DRAIN_NOTICE_MS,
    seed,
    plant,
    say,
  });
  await stage.fleet.startAll();
  const balancer = await openBalancer(stage.fleet.nodes.map((node) => node.port));
  try {
    const crowd = await stage.gather({ ports: [balancer.port] });
    await crowd.untilConnected();
    say(`${crowd.screens.length} people before ${threads} threads; seed ${seed}`);
    let done = false;
    const writing = crowd.writeUntil(() => done, plan.perSecond);
    const drains = await restartAll(stage, plan.rounds, balancer);
    done = true;
    await writing;
    await crowd.settle();
    const found = await stage.judge();
    const requests = balancer.passed();
    const failed = balancer.failures.length;
    for (const failure of balancer.failures.slice(0, 5)) say(`failed: ${failure}`);
    const drainMsMax = Math.round(Math.max(...drains));
    const healedMsP95 = percentile(stage.ledger.healedMs, 0.95);
    return stage.conclude(
      found,
      { kills: drains.length, requests, failed, drainMsMax, healedMsP95 },
      failed === 0 && drainMsMax <= DRAIN_WITHIN_MS,
    );
  } finally {
    balancer.close();
    await stage.close();
  }
}
