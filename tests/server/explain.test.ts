import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain } from "#server/cli/explain/explain.ts";
import { UsageError } from "#server/cli/usage-error.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { openWorld, type World } from "../support/test-world.ts";

const run = promisify(execFile);

/** As a process of its own. */
async function runExplain(args: string[], env: Record<string, string> = {}) {
  try {
    const { stdout, stderr } = await run(process.execPath, ["server/cli/explain.ts", ...args], {
      env: { ...process.env, ...env },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const policy = async (...more: string[]) =>
  JSON.parse(await explain(["--policy", "regular", "--courier", "lion", ...more, "--json"], {}));

describe("explaining a policy without a database", () => {
  it("gives every instant with the origin's offset, and stretches without a gap", async () => {
    const told = await policy(
      ...["--origin", "Asia/Jayapura", "--requested", "2026-03-18T15:59:00+09:00"],
    );
    expect(told).toEqual({
      requestedAt: "2026-03-18T15:59:00+09:00",
      zone: "Asia/Jayapura",
      windowStart: "2026-03-18T15:59:00+09:00",
      cutOff: "2026-03-18T16:00:00+09:00",
      warnAt: "2026-03-20T14:23:48+09:00",
      deadline: "2026-03-20T20:00:00+09:00",
      autoCancelAt: "2026-03-24T15:59:00+09:00",
      policy: { id: "regular", version: 1 },
      calendarEnds: "2027-01-01",
      stretches: [
        {
          from: "2026-03-18T15:59:00+09:00",
          to: "2026-03-19T00:00:00+09:00",
          counts: true,
          reason: "counted",
          name: "",
        },
        {
          from: "2026-03-19T00:00:00+09:00",
          to: "2026-03-20T00:00:00+09:00",
          counts: false,
          reason: "national_holiday",
          name: "Hari Suci Nyepi (Tahun Baru Saka 1948)",
        },
        {
          from: "2026-03-20T00:00:00+09:00",
          to: "2026-03-20T20:00:00+09:00",
          counts: true,
          reason: "counted",
          name: "",
        },
      ],
    });
  });

  it("takes the zone of a region, and a time without an offset by the origin's wall clock", async () => {
    const told = await policy("--region", "Bali", "--requested", "2026-11-24T10:00:00");
    expect(told).toMatchObject({
      zone: "Asia/Makassar",
      requestedAt: "2026-11-24T10:00:00+08:00",
    });
  });

  it.each([
    [["--policy", "express", "--origin", "Asia/Jakarta"], /express is not known/],
    [["--policy", "regular", "--origin", "Asia/Tokyo"], /Asia\/Tokyo is not known/],
    [["--policy", "regular"], /--origin is missing/],
    [["--policy", "regular", "--origin", "Asia/Jakarta"], /--requested is missing/],
    [
      ["--policy", "regular", "--origin", "Asia/Jakarta", "--requested", "2026-02-30T10:00:00Z"],
      /is no time/,
    ],
    [["--wish"], /wish/],
    [[], /Give one resi/],
  ])("refuses %j with a sentence", async (args, sentence) => {
    await expect(explain(args, {})).rejects.toThrow(UsageError);
    await expect(explain(args, {})).rejects.toThrow(sentence);
  });
});

describe("explaining a parcel", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("tells its deadline, category and history, as JSON and in words", async () => {
    const seller = await buildActor(world, { kind: "seller" });
    const { resi } = await buildParcel(world, { seller: seller.slug });
    await track(world, "everpro", everproCallback(resi, "FAILED PICKUP"));
    const env = { DATABASE_URL: world.database.url };
    const told = JSON.parse(await explain([resi, "--json"], env));
    expect(told).toMatchObject({
      resi,
      stage: "pickup_failed",
      deadline: "2026-11-25T20:00:00+07:00",
      policy: { id: "regular", version: 1 },
      history: [{ stage: "pickup_failed", rawCode: "FAILED PICKUP" }],
    });
    expect(["gagal_pickup", "long_pickup"]).toContain(told.category);
    const { code, stdout } = await runExplain([resi.toLowerCase()], env);
    expect(code).toBe(0);
    expect(stdout).toContain("Deadline     Wed 25 Nov 2026 20.00 WIB");
    expect(stdout).toContain("FAILED PICKUP");
    expect(await runExplain(["NOPE-1234"], env)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("No parcel has the resi"),
    });
  });
});
