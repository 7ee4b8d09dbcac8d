import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import type { Verdict } from "../chaos.ts";
import type { Cluster } from "./cluster.ts";
import { openStage, percentile, type Stage } from "./stage.ts";
import type { Post } from "./writer.ts";

export type PostgresPlan = {
  threads: number;
  people: number;
  perSecond: number;
  /** Immediate stops, and as many terminated connections. */
  kills: number;
  /** Between two of them. */
  pauseMs: number;
  /** How long PostgreSQL stays away once; 0: not at all. */
  awayMs: number;
};

type Options = {
  cluster: Cluster;
  plan: PostgresPlan;
  seed: number;
  plant?: string;
  say: (line: string) => void;
};

const REFUSED_WITHIN_MS = 5_000;

/** One connection of a node's pools, whatever it does at the moment. */
const terminateOne = ({ scene }: Stage) =>
  scene.pool.query(
    `select pg_terminate_backend(pid) from (
       select pid from pg_stat_activity
       where datname = current_database() and usename = 'app_login' and query not ilike 'listen%'
       order by state = 'active' desc, random() limit 1) as one`,
  );

async function strikeAll(stage: Stage, { cluster, plan }: Options, onBack: () => void) {
  const random = seededRandom(stage.seed);
  let kills = 0;
  for (; kills < plan.kills; kills += 1) {
    await sleep(random.int(plan.pauseMs / 2, plan.pauseMs));
    await terminateOne(stage);
    await sleep(random.int(plan.pauseMs / 2, plan.pauseMs));
    await cluster.stopAtOnce();
    await cluster.start();
    onBack();
    stage.say(`${kills + 1} of ${plan.kills} stops; ${stage.ledger.countAcked()} acknowledged`);
  }
  return kills;
}

const NOT_AWAY = { refused: 0, notRefused: 0, slowestRefusalMs: 0 };

/** @returns what those were told who wrote while PostgreSQL was away. */
async function goAway({ cluster, plan, say }: Options, posts: Post[], onBack: () => void) {
  say(`PostgreSQL goes away for ${plan.awayMs / 1000} s`);
  await cluster.stopAtOnce();
  cluster.tap.cut();
  // An answer that was on its way at the stop belongs to the time before.
  await sleep(REFUSED_WITHIN_MS);
  const first = posts.length;
  await sleep(plan.awayMs);
  const meanwhile = posts.slice(first);
  await cluster.start();
  await cluster.tap.restore();
  onBack();
  return {
    refused: meanwhile.filter((post) => post.answer?.status === 503).length,
    notRefused: meanwhile.filter((post) => post.answer?.status !== 503).length,
    slowestRefusalMs: Math.round(Math.max(0, ...meanwhile.map((post) => post.ms))),
  };
}

/** Everybody writes while their database stops, loses connections and stays away. */
export async function runPostgres(options: Options): Promise<Verdict> {
  const { cluster, plan, seed, plant, say } = options;
  const { threads, people } = plan;
  const clusterUrl = cluster.url;
  const stage = await openStage({ clusterUrl, threads, people, nodes: 2, seed, plant, say });
  try {
    await stage.fleet.startAll();
    const posts: Post[] = [];
    const crowd = await stage.gather({ onPost: (post) => posts.push(post) });
    await crowd.untilConnected();
    say(`${crowd.screens.length} people before ${threads} threads; seed ${seed}`);
    let done = false;
    const writing = crowd.writeUntil(() => done, plan.perSecond);
    const kills = await strikeAll(stage, options, crowd.hurt);
    const away = plan.awayMs > 0 ? await goAway(options, posts, crowd.hurt) : NOT_AWAY;
    await sleep(plan.pauseMs);
    done = true;
    await writing;
    await crowd.settle();
    const found = await stage.judge();
    const healedMsP95 = percentile(stage.ledger.healedMs, 0.95);
    const isMet =
      away.refused > 0 === plan.awayMs > 0 &&
      away.notRefused === 0 &&
      away.slowestRefusalMs <= REFUSED_WITHIN_MS;
    return stage.conclude(found, { kills, terminated: kills, ...away, healedMsP95 }, isMet);
  } finally {
    await stage.close();
  }
}
