import { describe, expect, it, vi } from "vitest";
import { everproScene, found, HOUR, RESI, unavailable } from "../support/everpro-scene.ts";
import { failing } from "../support/fake-everpro.ts";

const scene = everproScene();

describe("an answer of Everpro", () => {
  it("comes with a token that is asked for once", async () => {
    expect(await scene.track()).toEqual(found);
    expect(await scene.track()).toEqual(found);
    expect(scene.everpro.asked).toEqual({ tokens: 1, tracks: [RESI, RESI], elsewhere: [] });
  });

  it("belongs to the resi as it was written", async () => {
    const odd = "JX 12/../34?#%é";
    expect(await scene.track(odd)).toMatchObject({ kind: "found" });
    expect(scene.everpro.asked.tracks).toEqual([odd]);
  });

  it.each(["", ".", "..", "JX\ud800"])("is not asked for what is no resi: %j", async (resi) => {
    expect(await scene.track(resi)).toEqual({ kind: "not_found" });
    expect(scene.everpro.asked).toEqual({ tokens: 0, tracks: [], elsewhere: [] });
  });

  it.each([
    ["status", failing.status(404)],
    ["body", failing.statusInBody(404)],
  ])("may say in its %s that there is no such resi", async (_, answer) => {
    scene.everpro.next("track", answer);
    expect(await scene.track()).toEqual({ kind: "not_found" });
    expect(scene.everpro.asked.tracks).toHaveLength(1);
  });

  it.each([
    ["half a JSON", failing.text('{"status_code":200,"data":{')],
    ["JSON of another form", failing.text('["PICKEDUP"]')],
    ["no data", failing.text('{"status_code":200,"data":null}')],
    ["nothing", failing.text("")],
    ["a page", failing.text("<!doctype html><title>Maaf</title>", "text/html")],
    ["more than a megabyte", failing.text(JSON.stringify({ data: { x: "x".repeat(1 << 20) } }))],
  ])("is unreadable when it is %s, and not asked for again", async (_, answer) => {
    scene.everpro.next("track", answer);
    expect(await scene.track()).toEqual(unavailable("unreadable"));
    expect(scene.everpro.asked.tracks).toHaveLength(1);
  });

  it("is not looked for where a redirect points", async () => {
    scene.everpro.next("track", failing.redirectTo(`${scene.everpro.origin}/elsewhere`));
    expect(await scene.track()).toEqual(unavailable("refused"));
    expect(scene.everpro.asked.elsewhere).toEqual([]);
  });

  it("may decline one resi without harm to the others", async () => {
    scene.everpro.always("track", failing.status(400));
    for (let call = 0; call < 6; call += 1)
      expect(await scene.track()).toEqual(unavailable("refused"));
    scene.everpro.always("track", undefined);
    expect(await scene.track()).toEqual(found);
  });

  it.each(["ftp://everpro.example", "file:///etc/passwd", "everpro", ""])(
    "never comes from %j",
    (baseUrl) => {
      expect(() => scene.openClient({ baseUrl })).toThrow("http://");
    },
  );
});

describe("the pace", () => {
  it("lets a hundred calls through with one token, a second's worth each second", async () => {
    scene.openClient({ requestsPerSecond: 20 });
    scene.time.stop();
    const calls = scene.trackMany(100);
    for (let second = 0; second <= 4; second += 1) {
      await scene.untilAsked(20 * (second + 1));
      expect(scene.time.asleep()).toHaveLength(80 - 20 * second);
      scene.time.advance(1_000);
    }
    const answers = await calls;
    expect(answers.every((answer) => answer.kind === "found")).toBe(true);
    expect(scene.everpro.asked.tokens).toBe(1);
  });

  it("turns away at once whoever would wait for more than five seconds", async () => {
    scene.openClient({ requestsPerSecond: 2 });
    scene.time.stop();
    const calls = scene.trackMany(20);
    await scene.untilAsked(2);
    scene.time.advance(5_000);
    const answers = await calls;
    expect(answers.filter((answer) => answer.kind === "found")).toHaveLength(12);
    for (const answer of answers.slice(12)) expect(answer).toEqual(unavailable("overloaded"));
    expect(scene.everpro.asked.tracks).toHaveLength(12);
  });

  it("stays after a clock that was set back", async () => {
    scene.openClient({ requestsPerSecond: 1 });
    await scene.track();
    scene.time.advance(-HOUR);
    expect(await scene.track()).toEqual(found);
  });
});

describe("closing", () => {
  it("ends what waits and what is under way", async () => {
    scene.openClient({ requestsPerSecond: 1 });
    scene.time.stop();
    scene.everpro.always("track", failing.hang);
    const calls = scene.trackMany(3);
    await scene.untilAsked(1);
    expect(scene.time.asleep()).toHaveLength(2);
    scene.close();
    for (const answer of await calls) expect(answer).toEqual(unavailable("refused"));
    expect(await scene.track()).toEqual(unavailable("refused"));
    await scene.untilDisconnected();
  });

  it("also ends sleeps by the wall clock", async () => {
    const clock = { now: () => new Date() };
    scene.openClient({ requestsPerSecond: 10, clock, sleep: undefined });
    const warned = vi.fn();
    process.on("warning", warned);
    scene.everpro.next("track", failing.status(500));
    const calls = scene.trackMany(40);
    await scene.untilAsked(12);
    scene.close();
    const answers = await calls;
    expect(answers.filter((answer) => answer.kind === "found").length).toBeGreaterThan(0);
    expect(answers.at(-1)).toEqual(unavailable("refused"));
    process.off("warning", warned);
    expect(warned).not.toHaveBeenCalled();
  });
});
