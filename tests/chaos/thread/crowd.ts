import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import { openCaller } from "./caller.ts";
import type { Ledger } from "./ledger.ts";
import type { Seat } from "./scene.ts";
import { openScreen } from "./screen.ts";
import { openWriter, type Post } from "./writer.ts";

type Options = {
  seats: Seat[];
  ledger: Ledger;
  origin: string;
  /** Where pages and posts go. */
  ports: number[];
  /** Where sockets go, unless they go the same way. */
  socketPorts?: number[];
  seed: number;
  plant?: string;
  onPost?: (post: Post) => void;
};

const turned = <T>(list: T[], by: number): T[] =>
  list.map((_, at) => list[(at + by) % list.length] as T);

const SETTLE_MS = 45_000;

/** These people before their threads, each with a device of their own. */
export function openCrowd({
  seats,
  ledger,
  origin,
  ports,
  socketPorts = ports,
  seed,
  plant,
  onPost,
}: Options) {
  const people = seats.map((seat, at) => {
    const caller = openCaller(seat.cookie, origin);
    const random = seededRandom(seed + at);
    const common = { seat, caller, ledger };
    return {
      caller,
      screen: openScreen({ ...common, origin, ports: turned(socketPorts, at), plant }),
      writer: openWriter({ ...common, ports: turned(ports, at), random, onPost }),
    };
  });
  const screens = people.map((person) => person.screen);
  const writers = people.map((person) => person.writer);
  const isWhole = () => screens.every((screen) => screen.top() >= ledger.topOf(screen.seat.code));
  return {
    screens,
    writers,
    async untilConnected() {
      while (!screens.every((screen) => screen.isConnected())) await sleep(50);
    },
    /** From now on each screen is hurt until it has what its thread has now. */
    hurt() {
      for (const screen of screens) screen.hurt();
    },
    /** Lets everybody write in turn until so many are answered for. @param perSecond of all together. */
    async writeUntil(isEnough: () => boolean, perSecond: number) {
      let count = 0;
      const pause = (1000 * writers.length) / perSecond;
      const writeOn = async (writer: (typeof writers)[number], at: number) => {
        const random = seededRandom(seed * 31 + at);
        await sleep(random.int(0, Math.round(pause)));
        while (!isEnough()) {
          count += 1;
          const begin = performance.now();
          await writer.write(`Pesan ${count} dari ${writer.seat.actor.name}`);
          await sleep(Math.max(0, pause * (0.5 + random.next()) - (performance.now() - begin)));
        }
      };
      await Promise.all(writers.map(writeOn));
    },
    /** Until every screen has what its thread has, or patience is at its end. */
    async settle(patience = SETTLE_MS) {
      for (const end = Date.now() + patience; Date.now() < end && !isWhole(); ) await sleep(100);
      await sleep(500);
    },
    close() {
      for (const { caller, screen, writer } of people) {
        writer.close();
        screen.close();
        caller.close();
      }
    },
  };
}

export type Crowd = ReturnType<typeof openCrowd>;
