import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "#server/cli/seed/random.ts";
import type { Fleet } from "./fleet.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan, Range } from "./plan.ts";

type Strike = { victims: number[]; downMs: number };
type Field = { fleet: Fleet; ledger: Ledger; plan: Plan; random: Random };

const BLACKOUT_EACH = 4;
const PATIENCE_MS = 4_000;

const within = (random: Random, [from, to]: Range) => random.int(from, to);

/** One worker at a time, and every fourth time all of them. */
function planStrikes({ fleet, plan, random }: Field): Strike[] {
  const all = fleet.workers.map((_, at) => at);
  const strikes: Strike[] = [];
  for (let left = plan.kills; left > 0; ) {
    const isBlackout = strikes.length % BLACKOUT_EACH === 1 && left >= all.length;
    const victims = isBlackout ? all : [random.pick(all)];
    const downMs = isBlackout ? plan.blackoutMs : within(random, plan.restartMs);
    strikes.push({ victims, downMs });
    left -= victims.length;
  }
  return strikes;
}

/** Just after a moment has come, or in the middle of a transaction. */
async function awaitPhase({ fleet, ledger, random }: Field, { victims }: Strike) {
  if (random.chance(0.5)) {
    await fleet.workers[victims[0] ?? 0]?.nextTransaction(PATIENCE_MS);
    await sleep(random.int(0, 15));
    return;
  }
  const now = Date.now();
  const next = Math.min(ledger.nextMoment(now), now + PATIENCE_MS);
  await sleep(next - now + random.int(0, 200));
}

/** @returns how many workers were killed; all of them live again. */
export async function strikeAll(field: Field, say: (line: string) => void): Promise<number> {
  const { fleet, plan } = field;
  const strikes = planStrikes(field);
  const begin = Date.now();
  let kills = 0;
  for (const [at, strike] of strikes.entries()) {
    const slot = begin + (plan.strikeMs * at) / strikes.length;
    await sleep(Math.max(0, slot - Date.now()));
    await awaitPhase(field, strike);
    const victims = strike.victims.flatMap((victim) => fleet.workers[victim] ?? []);
    await Promise.all(victims.map((worker) => worker.kill()));
    kills += victims.length;
    say(
      `${kills} of ${plan.kills} killed${victims.length > 1 ? `, all down for ${strike.downMs / 1000} s` : ""}`,
    );
    await sleep(strike.downMs);
    await Promise.all(victims.map((worker) => worker.start()));
  }
  return kills;
}
