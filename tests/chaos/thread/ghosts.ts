import { setTimeout as sleep } from "node:timers/promises";
import { openCaller } from "./caller.ts";
import type { WebNode } from "./fleet.ts";
import type { Seat } from "./scene.ts";
import { openScreen, type Screen } from "./screen.ts";
import type { Stage } from "./stage.ts";
import { openTap } from "./tap.ts";

const PATIENCE_MS = 90_000;

async function until(isSo: () => boolean): Promise<number> {
  const begin = Date.now();
  while (!isSo() && Date.now() - begin < PATIENCE_MS) await sleep(100);
  return Date.now() - begin;
}

const sees = (watcher: Screen, { actor }: Seat) =>
  watcher.state().present.some((person) => person.userId === actor.userId);

/**
 * How long somebody is still shown as here whose device fell silent, and somebody whose node was killed.
 * @param node ends by it.
 */
export async function measureGhosts(stage: Stage, watcher: Screen, leaving: Seat[], node: WebNode) {
  const { origin, ledger } = stage;
  const [first, second] = leaving;
  if (!first || !second) throw new Error("Nobody is left to leave");
  const tap = await openTap(() => node.port);
  const enter = async (seat: Seat, port: number) => {
    const caller = openCaller(seat.cookie, origin);
    const ports = [node.port];
    const screen = await openScreen({ seat, caller, origin, ports, socketPorts: [port], ledger });
    await until(() => sees(watcher, seat));
    if (!sees(watcher, seat)) throw new Error("Nobody was seen to come");
    return {
      close() {
        screen.close();
        caller.close();
      },
    };
  };
  const silent = await enter(first, tap.port);
  for (const link of tap.links) link.hush();
  const ghostMsClosed = await until(() => !sees(watcher, first));
  silent.close();
  await tap.close();
  const orphan = await enter(second, node.port);
  await node.kill();
  const ghostMsKilled = await until(() => !sees(watcher, second));
  orphan.close();
  stage.say(`ghosts: ${ghostMsClosed} ms after silence, ${ghostMsKilled} ms after a kill`);
  return { ghostMsClosed, ghostMsKilled };
}
