import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import type { Verdict } from "../chaos.ts";
import { PHASES } from "./phases.ts";
import { openStage, percentile, type Stage } from "./stage.ts";

export type MessagesPlan = {
  threads: number;
  people: number;
  messages: number;
  perSecond: number;
  kills: number;
  /** How long a killed node stays down. */
  restartMs: number;
};

type Options = {
  clusterUrl: string;
  plan: MessagesPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

/** Of so many news one never arrives, so that somebody has to ask. */
const LOSE_EACH = 10;

/** Kills spread over the messages, a node and a phase in turn. @returns how many there were. */
async function strikeAll({ fleet, ledger, seed, say }: Stage, plan: MessagesPlan) {
  const random = seededRandom(seed);
  let kills = 0;
  while (kills < plan.kills) {
    const due = (plan.messages * (kills + 0.5)) / (plan.kills + 0.5);
    while (ledger.countAcked() < due) await sleep(20);
    const phase = PHASES[kills % PHASES.length] ?? "drain";
    const node = random.pick(fleet.nodes);
    await node.killAt(phase, random.int(0, 1_500));
    kills += 1;
    say(`${kills} of ${plan.kills} killed (${phase}); ${ledger.countAcked()} acknowledged`);
    await sleep(plan.restartMs);
    await node.start();
  }
  return kills;
}

/** Everybody writes while nodes die; then what people were told is held against the table. */
export async function runMessages({
  clusterUrl,
  plan,
  seed,
  plant,
  say,
}: Options): Promise<Verdict> {
  const { threads, people } = plan;
  const stage = await openStage({ clusterUrl, threads, people, nodes: 2, seed, plant, say });
  try {
    await stage.fleet.startAll();
    const crowd = await stage.gather({ loseEach: LOSE_EACH });
    await crowd.untilConnected();
    say(`${crowd.screens.length} people before ${threads} threads; seed ${seed}`);
    const begin = performance.now();
    let kills = 0;
    const isEnough = () => kills >= plan.kills && stage.ledger.countAcked() >= plan.messages;
    const strikes = strikeAll(stage, plan).then((count) => {
      kills = count;
    });
    await Promise.all([strikes, crowd.writeUntil(isEnough, plan.perSecond)]);
    const seconds = (performance.now() - begin) / 1000;
    await crowd.settle();
    const found = await stage.judge();
    const more = {
      kills,
      healedMsP95: percentile(stage.ledger.healedMs, 0.95),
      perSecond: Math.round(stage.ledger.countAcked() / seconds),
    };
    return stage.conclude(found, more, kills === plan.kills);
  } finally {
    await stage.close();
  }
}
