import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrate, openOwner } from "#db/migrate.ts";
import { describeSchema } from "#db/snapshot.ts";

const FILE = "db/schema.sql";

async function readMigratedSchema(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pickup-snapshot-"));
  const postgres = await startEmbeddedPostgres({ folder, fast: true, say: () => {} });
  try {
    await migrate(postgres.url);
    const db = openOwner(postgres.url);
    const schema = await describeSchema(db);
    await db.destroy();
    return schema;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const schema = await readMigratedSchema();
if (!values.check) {
  writeFileSync(FILE, schema);
  console.log(`wrote ${FILE}`);
} else if (readFileSync(FILE, "utf8") !== schema) {
  console.error(
    `${FILE} is not what the migrations make. Run npm run db:snapshot and look at the difference.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${FILE} is fresh`);
}
