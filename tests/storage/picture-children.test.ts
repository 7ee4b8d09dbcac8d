import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openPictureFolder } from "#storage/pictures/picture-folder.ts";
import { openPicturePool } from "#storage/pictures/picture-pool.ts";
import { readPhoto } from "../support/read-photo.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-children-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const machine = hostname().replaceAll(/[^a-zA-Z0-9]/g, "");
const started = Math.floor(performance.timeOrigin);

function leave(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "photo"), "x");
  return path;
}

/** A number that was a process and is none any more. */
const deadPid = () => spawnSync("true").pid;

it("removes what dead processes left, and nothing of those that live or are elsewhere", async () => {
  const dead = leave(`pickup-pictures-${machine}-${deadPid()}-1-abc`);
  const before = leave(`pickup-pictures-${machine}-${process.pid}-${started - 1}-abc`);
  const others = [
    leave(`pickup-pictures-${machine}-${process.ppid}-1-abc`),
    leave(`pickup-pictures-${machine}-${process.pid}-${started}-abc`),
    leave(`pickup-pictures-${machine}x-${deadPid()}-1-abc`),
    leave("somebody-elses"),
  ];
  const own = await openPictureFolder(folder);
  expect([dead, before].map(existsSync)).toEqual([false, false]);
  expect(readdirSync(folder).toSorted()).toEqual(
    [...others, own].map((path) => path.slice(folder.length + 1)).toSorted(),
  );
});

it("replaces a child after so many pictures, and none is lost by it", async () => {
  const patience = { waitMs: 20_000, decodeMs: 20_000, startMs: 20_000 };
  const pool = openPicturePool({ folder, children: 1, picturesPerChild: 2, ...patience });
  const take = async () => {
    const picture = await pool.receive([readPhoto()]);
    await pool.normalise(picture).finally(picture.discard);
    return pool.stats();
  };
  const first = await take();
  const second = await take();
  expect(first).toMatchObject({ replaced: 0, faults: 0 });
  expect((await take()).pids).not.toEqual(first.pids);
  expect(second.accepted).toBe(2);
  expect(pool.stats()).toMatchObject({ accepted: 3, replaced: 1, faults: 0 });
  await pool.close();
});
