import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { createTemplate } from "../support/test-database.ts";
import { type Crowd, openCrowd } from "./clock-crowd.ts";
import { measureDeadlines } from "./clock-deadlines.ts";
import { compare, type Figure, median } from "./figure.ts";

const DUE = 200;
const WARM = 3;
const FULL = { many: 1_000_000, few: 10_000, rounds: 41 };
const SMOKE = { many: 10_000, few: 1_000, rounds: 2 };

async function timeSweep(crowd: Crowd): Promise<number> {
  const begin = performance.now();
  await recordMoments(crowd.ctx);
  return performance.now() - begin;
}

async function timeDueSweep(crowd: Crowd): Promise<number> {
  await crowd.makeDue();
  return timeSweep(crowd);
}

async function requireWritten(crowd: Crowd, expected: number) {
  const written = await crowd.countWritten();
  if (written !== expected) throw new Error(`${written} moments written, not ${expected}`);
}

/** Turn by turn, so that a busy minute of the machine falls on both; the first sweeps only warm. */
async function besideFew(
  name: string,
  { many, few, rounds }: { many: Crowd; few: Crowd; rounds: number },
  time: (crowd: Crowd) => Promise<number>,
): Promise<Figure> {
  const [large, small]: [number[], number[]] = [[], []];
  for (let round = -WARM; round < rounds; round += 1) {
    const order = round % 2 ? [many, few] : [few, many];
    for (const crowd of order) {
      const ms = await time(crowd);
      if (round >= 0) (crowd === many ? large : small).push(ms);
    }
  }
  return compare(name, "ms", median(large), median(small));
}

async function* measureSweeps(clusterUrl: string, smoke: boolean): AsyncIterable<Figure> {
  const size = smoke ? SMOKE : FULL;
  const few = await openCrowd(clusterUrl, size.few, DUE);
  const many = await openCrowd(clusterUrl, size.many, DUE);
  try {
    const crowds = { many, few, rounds: size.rounds };
    yield await besideFew("clock.sweep", crowds, timeDueSweep);
    for (const crowd of [many, few]) await requireWritten(crowd, DUE * (size.rounds + WARM));
    yield await besideFew("clock.sweep.idle", crowds, timeSweep);
  } finally {
    await many.close();
    await few.close();
  }
}

/**
 * The pick-up clock beside Temporal, and the sweep over a million open parcels beside ten thousand.
 * @param clusterUrl a PostgreSQL with the template; without one it starts its own.
 */
export async function* bench(smoke: boolean, clusterUrl?: string): AsyncIterable<Figure> {
  yield measureDeadlines(smoke);
  if (clusterUrl) {
    yield* measureSweeps(clusterUrl, smoke);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "pickup-bench-"));
  const postgres = await startEmbeddedPostgres({ folder, fast: true, say: () => {} });
  try {
    await createTemplate(postgres.url);
    yield* measureSweeps(postgres.url, smoke);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
