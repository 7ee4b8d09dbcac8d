import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { prepareNamedS3 } from "../storage/named-s3.ts";
import { createTemplate } from "../support/test-database.ts";
import type { Chaos } from "./chaos.ts";
import { runStorage } from "./storage/run-storage.ts";

export const plants = ["ready-before-object", "no-reconcile", "forgetful-device"];
export const kills = 50;

/** Photos sent to a process that is killed on the way, with a folder, or with the S3 that S3_TEST_ENDPOINT names. */
export const chaos: Chaos = async ({ kills, seed, plant, say }) => {
  const folder = mkdtempSync(join(tmpdir(), "pickup-chaos-"));
  const postgres = await startEmbeddedPostgres({ folder, say });
  try {
    await createTemplate(postgres.url);
    const S3_TEST_BUCKET = `pickup-chaos-${randomUUID().slice(0, 8)}`;
    const s3 = await prepareNamedS3({ ...process.env, S3_TEST_BUCKET });
    return await runStorage({ clusterUrl: postgres.url, phones: 4, kills, seed, plant, s3, say });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
