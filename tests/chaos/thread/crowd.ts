import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import { type Caller, openCaller } from "./caller.ts";
import type { Ledger } from "./ledger.ts";
import type { Seat } from "./scene.ts";
import { openScreen, type Screen } from "./screen.ts";
import { openWriter, type Post, type Writer } from "./writer.ts";

type Options = {
  seats: Seat[];
  ledger: Ledger;
  origin: string;
  /** Where pages and posts go. */
  ports: number[];
  /** Where sockets go, unless they go the same way. */
  socketPorts?: number[];
  loseEach?: number;
  seed: number;
  plant?: string;
  onPost?: (post: Post) => void;
};

const turned = <T>(list: T[], by: number): T[] =>
  list.map((_, at) => list[(at + by) % list.length] as T);

const LOAD_AT_ONCE = 8;
const SETTLE_MS = 45_000;

type Person = { caller: Caller; screen: Screen; writer: Writer };

async function seatPerson(options: Options, seat: Seat, at: number): Promise<Person> {
  const { ledger, origin, ports, socketPorts = ports, loseEach, seed, plant, onPost } = options;
  const caller = openCaller(seat.cookie, origin);
  const own = { seat, caller, ledger, ports: turned(ports, at) };
  const screen = await openScreen({
    ...own,
    origin,
    socketPorts: turned(socketPorts, at),
    loseEach,
    plant,
  });
  const random = seededRandom(seed + at);
  return {
    caller,
    screen,
    writer: openWriter({ ...own, random, onEntry: screen.receive, onPost }),
  };
}

/** These people before their threads, each with a device of their own. */
export async function openCrowd(options: Options) {
  const { seats, ledger, seed } = options;
  const people: Person[] = [];
  // A few at a time: a page that is loaded by everybody at once is another run.
  for (let at = 0; at < seats.length; at += LOAD_AT_ONCE) {
    const some = seats.slice(at, at + LOAD_AT_ONCE);
    people.push(...(await Promise.all(some.map((seat, n) => seatPerson(options, seat, at + n)))));
  }
  const screens = people.map((person) => person.screen);
  const writers = people.map((person) => person.writer);
  const isWhole = () => screens.every((screen) => screen.top() >= ledger.topOf(screen.seat.code));
  return {
    screens,
    writers,
    async untilConnected() {
      while (!screens.every((screen) => screen.socket.connected)) await sleep(50);
    },
    /** From now on each screen is hurt until it has what its thread has now. */
    hurt() {
      for (const screen of screens) screen.hurt();
    },
    /** No screen is hurt any more. */
    forget() {
      for (const screen of screens) screen.forget();
    },
    /** Lets everybody write in turn until so many are answered for. @param perSecond of all together. */
    async writeUntil(
      isEnough: () => boolean,
      perSecond: number,
      isWriter: (seat: Seat) => boolean = () => true,
    ) {
      let count = 0;
      const writing = writers.filter((writer) => isWriter(writer.seat));
      const pause = (1000 * writing.length) / perSecond;
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
      await Promise.all(writing.map(writeOn));
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

export type Crowd = Awaited<ReturnType<typeof openCrowd>>;
