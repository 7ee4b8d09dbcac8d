import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { queriesOn } from "#db/client.ts";
import { seededRandom } from "#server/cli/seed/random.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import type { S3StoreOptions } from "#storage/s3-store.ts";
import type { ChaosOptions, Verdict } from "../chaos.ts";
import { openScene, type Seat } from "../thread/scene.ts";
import { PHASES } from "./dying-store.ts";
import { countTempFiles, judge } from "./judge.ts";
import { type MortalNode, openMortalNode } from "./mortal-node.ts";
import { openStoreAt, type StorePlace } from "./open-place.ts";
import { openSender } from "./sender.ts";

type Options = Pick<ChaosOptions, "kills" | "seed" | "plant" | "say"> & {
  clusterUrl: string;
  phones: number;
  s3?: S3StoreOptions;
};

const ORIGIN = "http://localhost:3000";
const OWNERS_A_PHONE = 8;
const LATER_MS = 2 * 60 * 60 * 1000;
/** A run lives on between two deaths for as long as an upload takes, so that some are finished. */
const BREATH_MS = 1_200;

async function killOften(node: MortalNode, { kills, seed, say }: Options) {
  const random = seededRandom(seed);
  for (let turn = 1; turn <= kills; turn += 1) {
    await sleep(random.int(0, BREATH_MS));
    const phase = PHASES[(turn - 1) % PHASES.length] ?? "any-time";
    await node.killAt(phase, random.int(0, BREATH_MS));
    await node.start();
    if (turn % 10 === 0) say(`${turn} kills`);
  }
}

async function sendWhileDying(node: MortalNode, seats: Seat[], options: Options) {
  const isForgetful = options.plant === "forgetful-device";
  const senders = Array.from({ length: options.phones }, (_, phone) =>
    openSender({
      seats: seats.filter((_, at) => at % options.phones === phone),
      ...{ port: node.port, origin: ORIGIN, isForgetful },
    }),
  );
  const sending = Promise.all(senders.map((sender) => sender.run()));
  await Promise.race([killOften(node, options), sending]);
  for (const sender of senders) sender.stop();
  await sending;
  return senders.flatMap((sender) => sender.sent);
}

/** What was begun before a kill looks as old as the moved clock has it. */
function ageUnfinished(folder: string) {
  const unfinished = join(folder, "photos/unfinished");
  const then = new Date(Date.now() - LATER_MS);
  for (const name of readdirSync(unfinished)) utimesSync(join(unfinished, name), then, then);
}

async function reconcileLater(place: StorePlace, scene: Scene, store: ObjectStore) {
  if (!place.s3) ageUnfinished(place.folder);
  const clock = { now: () => new Date(Date.now() + LATER_MS) };
  return reconcileObjects({ ...scene.ctx, clock, store }, { evenDoubtful: true });
}

type Scene = Awaited<ReturnType<typeof openScene>>;

/** Kills a web process again and again while phones send it photos, then judges rows and objects from outside. */
export async function runStorage(options: Options): Promise<Verdict> {
  const { clusterUrl, phones, s3, seed, plant, say, kills } = options;
  const folder = mkdtempSync(join(tmpdir(), "pickup-storage-"));
  const place = { folder, s3 };
  const scene = await openScene({ clusterUrl, threads: 1, people: phones * OWNERS_A_PHONE });
  const owner = queriesOn(scene.pool);
  const store = await openStoreAt(place);
  const node = await openMortalNode({
    databaseUrl: scene.database.url,
    origin: ORIGIN,
    place,
    plant,
  });
  try {
    await node.start();
    say(`one node lives; seed ${seed}`);
    const sent = await sendWhileDying(node, scene.seats, options);
    await node.kill();
    const before = await judge(owner, store, sent);
    if (plant !== "no-reconcile") await reconcileLater(place, scene, store);
    if (kills > 0) {
      // Starting sweeps what dead processes left of pictures on their way.
      await node.start();
      await node.stop();
    }
    const after = await judge(owner, store, sent);
    const tempFilesLeft = countTempFiles(folder);
    const { lost, doubled, readyWithoutObject } = before;
    const isFlawless =
      lost + doubled + readyWithoutObject + node.exits() === 0 &&
      after.lost + after.readyWithoutObject + after.unfinished + after.orphans === 0;
    return {
      ...{ kills, photos: sent.length, lost, doubled, readyWithoutObject },
      resent: sent.filter(({ tries }) => tries > 1).length,
      ...{ unfinishedBefore: before.unfinished, orphansBefore: before.orphans },
      ...{ unfinished: after.unfinished, orphans: after.orphans, tempFilesLeft },
      exits: node.exits(),
      store: s3 ? "s3" : "disk",
      seed,
      pass: isFlawless && tempFilesLeft === 0 && sent.length > 0,
    };
  } finally {
    await node.kill();
    await store.close();
    await scene.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
