import { expect, inject, it } from "vitest";
import { openPool } from "#db/client.ts";
import { openTap } from "../chaos/thread/tap.ts";
import { cloneDatabase } from "../support/test-database.ts";

/** A pool behind a line that can fall silent. */
async function openBehindTap(listens: boolean) {
  const database = await cloneDatabase(inject("postgresUrl"));
  const tap = await openTap(() => Number(new URL(database.url).port));
  const url = new URL(database.url);
  url.port = String(tap.port);
  const complaints: string[] = [];
  const pool = openPool({
    url: url.href,
    max: 1,
    statementTimeout: 200,
    listens,
    onError: (error) => complaints.push(error.message),
  });
  return {
    tap,
    pool,
    complaints,
    async close() {
      await tap.close();
      await pool.end();
      await database.drop();
    },
  };
}

it("leaves a connection that fell silent in the middle of a question", async () => {
  const { tap, pool, complaints, close } = await openBehindTap(false);
  await pool.query("select 1");
  tap.hush();
  await expect(pool.query("select 1")).rejects.toThrow();
  expect(complaints).toEqual(["The database fell silent"]);
  tap.resume();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await close();
});

it("keeps one that waits for notices", async () => {
  const { pool, complaints, close } = await openBehindTap(true);
  const client = await pool.connect();
  await client.query("listen something");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const heard = new Promise((resolve) => client.once("notification", resolve));
  await client.query("notify something, 'yes'");
  expect(await heard).toMatchObject({ payload: "yes" });
  expect(complaints).toEqual([]);
  client.release();
  await close();
});
