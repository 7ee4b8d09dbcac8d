import { describe, expect, it } from "vitest";
import { everproScene, found, HOUR, MINUTE, RESI, unavailable } from "../support/everpro-scene.ts";
import { failing } from "../support/fake-everpro.ts";

const scene = everproScene();

describe("the token", () => {
  it("is good for a day where Everpro does not say, and renewed five minutes before", async () => {
    await scene.track();
    scene.time.advance(24 * HOUR - 5 * MINUTE - 1);
    await scene.track();
    expect(scene.everpro.asked.tokens).toBe(1);
    scene.time.advance(1);
    expect(await scene.track()).toEqual(found);
    expect(scene.everpro.asked.tokens).toBe(2);
  });

  it.each([
    [3600, HOUR - 5 * MINUTE],
    ["60", MINUTE / 2],
  ])("that lasts %j seconds is renewed in time", async (expires_in, used) => {
    scene.everpro.issue({ expires_in });
    await scene.track();
    scene.time.advance(used - 1);
    await scene.track();
    expect(scene.everpro.asked.tokens).toBe(1);
    scene.time.advance(1);
    await scene.track();
    expect(scene.everpro.asked.tokens).toBe(2);
  });

  it("is renewed once when it ends before its time under a hundred calls", async () => {
    scene.openClient({ requestsPerSecond: 200 });
    await scene.track();
    scene.everpro.revokeTokens();
    const answers = await scene.trackMany(100);
    expect(answers.every((answer) => answer.kind === "found")).toBe(true);
    expect(scene.everpro.asked.tokens).toBe(2);
  });

  it("is the new one for a call that queued with the old", async () => {
    scene.openClient({ requestsPerSecond: 2 });
    await scene.track();
    scene.time.advance(1_000);
    scene.time.stop();
    scene.everpro.revokeTokens();
    const calls = scene.trackMany(3);
    await scene.untilAsleep([500, 1_000, 1_500]);
    scene.time.advance(1_500);
    const answers = await calls;
    expect(answers.every((answer) => answer.kind === "found")).toBe(true);
    expect(scene.everpro.asked.tracks).toHaveLength(6);
  });

  it("that stays refused stops the asking for a minute", async () => {
    scene.everpro.always("track", failing.status(401));
    expect(await scene.track()).toEqual(unavailable("unauthorised"));
    expect(scene.everpro.asked).toMatchObject({ tokens: 2, tracks: [RESI, RESI] });
    scene.time.advance(MINUTE - 1);
    expect(await scene.track()).toMatchObject({ reason: "unauthorised", retryAfter: 1 });
    expect(scene.everpro.asked).toMatchObject({ tokens: 2, tracks: [RESI, RESI] });
    scene.everpro.always("track", undefined);
    scene.time.advance(1);
    expect(await scene.track()).toEqual(found);
  });

  it("that stays refused does not make a storm of a hundred calls", async () => {
    scene.openClient({ requestsPerSecond: 20 });
    scene.everpro.always("track", failing.status(401));
    const answers = await scene.trackMany(100);
    for (const answer of answers) expect(answer).toEqual(unavailable("unauthorised"));
    expect(scene.everpro.asked.tokens).toBeLessThanOrEqual(3);
    expect(scene.log.lines).toHaveLength(1);
  });

  it("is not given for wrong credentials, and not asked for again and again", async () => {
    scene.openClient({ clientSecret: "rahasia-lama" });
    expect(await scene.track()).toEqual(unavailable("unauthorised"));
    expect(await scene.track()).toEqual(unavailable("unauthorised"));
    expect(scene.everpro.asked).toMatchObject({ tokens: 1, tracks: [] });
  });

  it.each(['{"data":{}}', '{"data":{"access_token":"a\\r\\nb: c"}}'])(
    "that is none is unreadable: %s",
    async (body) => {
      scene.everpro.always("token", failing.text(body));
      expect(await scene.track()).toEqual(unavailable("unreadable"));
      expect(await scene.track()).toEqual(unavailable("unreadable"));
      expect(scene.everpro.asked).toMatchObject({ tokens: 1, tracks: [] });
    },
  );

  it("is asked for again when that failed", async () => {
    scene.everpro.next("token", failing.status(500), failing.reset);
    expect(await scene.track()).toEqual(found);
    expect(scene.everpro.asked.tokens).toBe(3);
  });
});
