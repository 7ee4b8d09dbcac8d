import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import type { ChaosOptions, Verdict } from "../chaos.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { countCutJobs, type Findings, isFlawless, judge, readRows } from "./judge.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import { openScene, type Scene } from "./scene.ts";
import { bookRequest, liveOn } from "./stories.ts";
import { strikeAll } from "./strike.ts";

type Options = Omit<ChaosOptions, "kills" | "messages" | "people" | "long" | "list"> & {
  clusterUrl: string;
  plan: Plan;
};
type Run = { scene: Scene; ledger: Ledger; fleet: Fleet };

const WORKERS = 2;
const SETTLE_MS = 60_000;

/** Begins stories and hears of every one that failed. */
function openStories(scene: Scene, ledger: Ledger, plan: Plan, seed: number) {
  const random = seededRandom(seed);
  const told: Promise<unknown>[] = [];
  const begin = (requestedAt: number) => {
    const stage = { scene, ledger, random: seededRandom(random.int(0, 2 ** 31)) };
    const booking = bookRequest(stage, requestedAt, plan.parcels);
    const story = booking.then((booked) => liveOn(stage, booked));
    told.push(story.catch((error: unknown) => error));
    return booking;
  };
  return {
    async bookEarly() {
      const age = () => random.int(...random.pick(plan.early.ages));
      const requests = Array.from({ length: plan.early.requests }, age);
      await Promise.all(requests.map((ms) => begin(Date.now() - ms)));
    },
    /** Several of a wave have the same moments, so that their jobs come all at once. */
    async bookStream() {
      for (const end = Date.now() + plan.stream.ms; Date.now() < end; ) {
        const requestedAt = Date.now() - random.int(...plan.stream.age);
        for (let left = random.int(1, 3); left > 0; left -= 1) begin(requestedAt).catch(() => {});
        await sleep(plan.stream.everyMs);
      }
    },
    async end() {
      const failed = (await Promise.all(told)).find((outcome) => outcome instanceof Error);
      if (failed) throw failed;
    },
  };
}

const look = async ({ scene, ledger, fleet }: Run): Promise<Findings> =>
  judge(ledger, await readRows(scene.pool), fleet.aliveMs);

/** Until everything is on record that should be, or a minute has gone by. */
async function settle(run: Run, quietMs: number) {
  await sleep(Math.max(0, run.ledger.lastMoment() - Date.now()));
  for (const end = Date.now() + SETTLE_MS; Date.now() < end; ) {
    const { missed, promotedWrong } = await look(run);
    if (missed + promotedWrong === 0) return sleep(quietMs);
    await sleep(500);
  }
}

/** Books, kills and restarts, then judges what the database says by what was done. */
export async function runSla({ clusterUrl, plan, seed, plant, say }: Options): Promise<Verdict> {
  const scene = await openScene({ clusterUrl, warnPercent: plan.warnPercent, plant });
  const ledger = openLedger();
  const fleet = openFleet({ url: scene.url, plant, size: WORKERS });
  const run = { scene, ledger, fleet };
  try {
    const stories = openStories(scene, ledger, plan, seed);
    await stories.bookEarly();
    await fleet.startAll();
    say(`${WORKERS} workers live; seed ${seed}`);
    const field = { fleet, ledger, plan, random: seededRandom(seed + 1) };
    const [kills] = await Promise.all([strikeAll(field, say), stories.bookStream()]);
    await stories.end();
    say(`${ledger.size()} parcels booked; waiting for the last moment`);
    await settle(run, plan.quietMs);
    const found = await look(run);
    for (const line of fleet.complaints.slice(0, 5)) say(`a worker said: ${line}`);
    const cutJobs = await countCutJobs(scene.pool);
    const pass = isFlawless(found) && found.moments > 0 && kills === plan.kills;
    return {
      ...found,
      kills,
      cutJobs,
      parcels: ledger.size(),
      complaints: fleet.complaints.length,
      seed,
      pass,
    };
  } finally {
    await fleet.killAll();
    await scene.close();
  }
}
