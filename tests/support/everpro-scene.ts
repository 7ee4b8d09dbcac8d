import { afterEach, beforeEach, expect, vi } from "vitest";
import { openEverproClient } from "#server/tracking/everpro-client.ts";
import { CREDENTIALS, type FakeEverpro, historyOf, openFakeEverpro } from "./fake-everpro.ts";
import { silentLog } from "./silent-log.ts";
import { virtualTime } from "./virtual-time.ts";

export const RESI = "004512345678";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const found = { kind: "found", body: historyOf(RESI) };
export const unavailable = (reason: string) => ({
  kind: "unavailable",
  reason,
  retryAfter: expect.any(Number),
});

const until = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { interval: 2, timeout: 10_000 });

type Client = ReturnType<typeof openEverproClient>;

/** A client of a fake Everpro for each test of a file. */
export function everproScene() {
  let client: Client;
  const scene = {
    everpro: undefined as unknown as FakeEverpro,
    time: virtualTime("2026-11-20T08:00:00.000Z"),
    log: silentLog(),
    /** Instead of the one before. */
    openClient(more: Partial<Parameters<typeof openEverproClient>[0]> = {}) {
      client?.close();
      client = openEverproClient({
        baseUrl: scene.everpro.baseUrl,
        ...CREDENTIALS,
        requestsPerSecond: 50,
        clock: scene.time.clock,
        sleep: scene.time.sleep,
        log: scene.log,
        ...more,
      });
    },
    close: () => client.close(),
    track: (resi = RESI) => client.track(resi),
    trackMany: (count: number) =>
      Promise.all(Array.from({ length: count }, (_, at) => client.track(`${RESI}${at}`))),
    untilAsked: (tracks: number) =>
      until(() => expect(scene.everpro.asked.tracks.length).toBeGreaterThanOrEqual(tracks)),
    untilAsleep: (waits: number[]) => until(() => expect(scene.time.asleep()).toEqual(waits)),
    untilLogged: (lines: number) =>
      until(() => expect(scene.log.lines.length).toBeGreaterThanOrEqual(lines)),
    untilDisconnected: () =>
      until(async () => expect(await scene.everpro.countConnections()).toBe(0)),
  };

  beforeEach(async () => {
    scene.everpro = await openFakeEverpro();
    scene.time = virtualTime("2026-11-20T08:00:00.000Z");
    scene.log = silentLog();
    scene.openClient();
  });

  /** Nothing is left behind, and nothing was said that must not be. */
  afterEach(async () => {
    client.close();
    await scene.untilDisconnected();
    await scene.everpro.close();
    expect(scene.time.asleep()).toEqual([]);
    const said = JSON.stringify(scene.log.lines);
    expect(said).not.toMatch(/token-\d|tracking_history/);
    expect(said).not.toContain(CREDENTIALS.clientSecret);
  });

  return scene;
}
