import { describe, expect, it } from "vitest";
import { everproScene, found, HOUR, MINUTE, unavailable } from "../support/everpro-scene.ts";
import { failing, openFakeEverpro } from "../support/fake-everpro.ts";

const scene = everproScene();

describe("a failure of Everpro", () => {
  it.each([
    ["500", failing.status(500)],
    ["500 in a body", failing.statusInBody(500)],
    ["a reset connection", failing.reset],
  ])("that passes is got over: %s", async (_, answer) => {
    scene.everpro.next("track", answer, answer);
    expect(await scene.track()).toEqual(found);
    expect(scene.everpro.asked.tracks).toHaveLength(3);
  });

  it.each([
    ["refused", failing.status(502)],
    ["overloaded", failing.status(503)],
    ["refused", failing.reset],
  ])("that stays is %s after two more tries", async (reason, answer) => {
    scene.everpro.always("track", answer);
    expect(await scene.track()).toEqual(unavailable(reason));
    expect(scene.everpro.asked.tracks).toHaveLength(3);
  });

  it.each([
    ["hangs", failing.hang],
    ["trickles", failing.trickle],
  ])("that %s is a time-out", async (_, answer) => {
    scene.openClient({ timeoutMs: 150 });
    scene.everpro.always("track", answer);
    expect(await scene.track()).toEqual(unavailable("timeout"));
    expect(scene.everpro.asked.tracks).toHaveLength(3);
  });

  it("to listen at all is one", async () => {
    await scene.everpro.close();
    expect(await scene.track()).toEqual(unavailable("refused"));
    scene.everpro = await openFakeEverpro();
  });
});

describe("Retry-After", () => {
  const inSeconds = (ms: number) => String(ms / 1000);
  const asDate = (ms: number) => new Date(scene.time.clock.now().getTime() + ms).toUTCString();

  it.each([
    ["seconds", inSeconds],
    ["a date", asDate],
  ])("in %s is waited for when it is short, by every call", async (_, write) => {
    await scene.track();
    scene.time.stop();
    scene.everpro.next("track", failing.status(429, { "retry-after": write(2_000) }));
    const first = scene.track();
    await scene.untilAsleep([2_000]);
    const second = scene.track();
    await scene.untilAsleep([2_000, 2_000]);
    expect(scene.everpro.asked.tracks).toHaveLength(2);
    scene.time.advance(2_000);
    expect(await Promise.all([first, second])).toEqual([found, found]);
  });

  it.each([
    ["seconds", inSeconds],
    ["a date", asDate],
  ])("in %s is told when it is long, and nobody asks before", async (_, write) => {
    scene.everpro.next("track", failing.status(429, { "retry-after": write(90_000) }));
    const told = { ...unavailable("overloaded"), retryAfter: 90_000 };
    expect(await scene.track()).toEqual(told);
    scene.time.advance(80_000);
    expect(await scene.track()).toEqual({ ...told, retryAfter: 10_000 });
    expect(scene.everpro.asked.tracks).toHaveLength(1);
  });

  it("is sat out by all of a burst, and breaks no circuit", async () => {
    const busy = failing.status(429, { "retry-after": "1" });
    scene.everpro.next("track", ...Array.from({ length: 10 }, () => busy));
    scene.time.stop();
    const calls = scene.trackMany(20);
    await scene.untilAsleep(Array(10).fill(1_000));
    scene.time.advance(1_000);
    const answers = await calls;
    expect(answers.every((answer) => answer.kind === "found")).toBe(true);
    expect(scene.everpro.asked.tracks).toHaveLength(30);
  });

  it("spoils the turn of a call in the queue, which sits it out as well", async () => {
    scene.openClient({ requestsPerSecond: 2 });
    scene.time.stop();
    scene.everpro.next("track", failing.status(429, { "retry-after": "2" }));
    const calls = scene.trackMany(3);
    await scene.untilAsleep([500, 2_000]);
    scene.time.advance(500);
    await scene.untilAsleep([1_500, 1_500]);
    expect(scene.everpro.asked.tracks).toHaveLength(2);
    scene.time.advance(1_500);
    const answers = await calls;
    expect(answers.every((answer) => answer.kind === "found")).toBe(true);
  });

  it("ends with a clock that was set back", async () => {
    scene.everpro.next("track", failing.status(429, { "retry-after": "600" }));
    await scene.track();
    scene.time.advance(-HOUR);
    expect(await scene.track()).toEqual(found);
  });

  it("is capped at ten minutes", async () => {
    scene.everpro.next("track", failing.status(429, { "retry-after": "86400" }));
    expect(await scene.track()).toMatchObject({ retryAfter: 10 * MINUTE });
    scene.time.advance(10 * MINUTE);
    expect(await scene.track()).toEqual(found);
  });

  it.each(["0", "soon", "-5", "Thu, 01 Jan 1970 00:00:00 GMT"])(
    "that says nothing leaves the wait to us: %j",
    async (header) => {
      scene.everpro.next("track", failing.status(429, { "retry-after": header }));
      expect(await scene.track()).toEqual(found);
    },
  );
});

describe("the circuit", () => {
  /** Two calls: three failures, then the two that break it. */
  async function breakIt() {
    scene.everpro.always("track", failing.status(500));
    await scene.track();
    await scene.track();
    expect(scene.everpro.asked.tracks).toHaveLength(5);
  }

  it("breaks after five failures in a row, and answers without asking", async () => {
    await breakIt();
    scene.everpro.always("track", undefined);
    const told = { kind: "unavailable", reason: "refused", retryAfter: 1_000 };
    expect(await scene.trackMany(10)).toEqual(Array.from({ length: 10 }, () => told));
    scene.time.advance(999);
    expect(await scene.track()).toMatchObject({ retryAfter: 1 });
    expect(scene.everpro.asked.tracks).toHaveLength(5);
  });

  it("sends one probe, and mends when that is answered", async () => {
    await breakIt();
    scene.everpro.always("track", undefined);
    scene.time.advance(1_000);
    const answers = await scene.trackMany(10);
    expect(answers.filter((answer) => answer.kind === "found")).toHaveLength(1);
    expect(scene.everpro.asked.tracks).toHaveLength(6);
    expect(await scene.track()).toEqual(found);
    expect(scene.log.lines.map((line) => line.level)).toEqual(["warn", "info"]);
  });

  it("doubles its back-off with each probe that fails, up to five minutes", async () => {
    await breakIt();
    const backOffs: number[] = [];
    let last = 1_000;
    for (let probe = 0; probe < 10; probe += 1) {
      scene.time.advance(last);
      const answer = await scene.track();
      last = answer.kind === "unavailable" ? answer.retryAfter : 0;
      backOffs.push(last / 1000);
    }
    expect(backOffs).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(scene.everpro.asked.tracks).toHaveLength(15);
  });

  it("is broken once by a burst that fails", async () => {
    scene.time.stop();
    scene.everpro.always("track", failing.status(500));
    const calls = scene.trackMany(20);
    await scene.untilLogged(1);
    scene.time.advance(999);
    await calls;
    scene.everpro.always("track", undefined);
    scene.time.advance(1);
    expect(await scene.track()).toEqual(found);
  });

  it("does not break when an answer comes between", async () => {
    for (let call = 0; call < 4; call += 1) {
      scene.everpro.next("track", failing.status(500), failing.status(500));
      expect(await scene.track()).toEqual(found);
    }
  });
});
