import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#server/cli/seed/random.ts";
import { openCaller } from "./caller.ts";
import type { Seat } from "./scene.ts";
import { openScreen } from "./screen.ts";
import type { Stage } from "./stage.ts";
import { openWriter } from "./writer.ts";

/** Without the pulse, which would find what the opening lost. */
const SHOWN_WITHIN_MS = 4_000;
/** Writing goes on until the room must be joined, and some more. */
const AFTERWARDS_MS = 250;

async function isShownOnce(screen: Awaited<ReturnType<typeof openScreen>>, entryId: string) {
  const count = () => screen.state().entries.filter((entry) => entry.id === entryId).length;
  for (const end = Date.now() + SHOWN_WITHIN_MS; Date.now() < end && count() === 0; )
    await sleep(20);
  return count() === 1;
}

/** Somebody opens a thread while another writes in it. @returns how often that message was not shown exactly once. */
export async function raceToOpen(stage: Stage, rounds: number, seed: number): Promise<number> {
  const { ledger, origin, fleet, plant } = stage;
  const ports = fleet.nodes.map((node) => node.port);
  let left = rounds;
  let missed = 0;

  async function runLane([reading, writing]: Seat[], lane: number) {
    if (!reading || !writing) return;
    const random = seededRandom(seed + lane);
    const [ears, mouth] = [reading, writing].map((seat) => openCaller(seat.cookie, origin));
    if (!ears || !mouth) return;
    let written = "";
    const writer = openWriter({
      seat: writing,
      caller: mouth,
      ports,
      ledger,
      random: { ...random, chance: () => false },
      onEntry: (entry) => {
        written = entry.id;
      },
    });
    let opening = 100;
    // A planted fault has shown itself with the first one.
    while (left-- > 0 && !(plant && missed > 0)) {
      const said = sleep(random.int(0, opening)).then(() => writer.write("Pesan saat dibuka"));
      const begin = performance.now();
      const screen = await openScreen({
        seat: reading,
        caller: ears,
        origin,
        ports,
        socketPorts: ports,
        ledger,
        plant,
      });
      while (!screen.socket.connected) await sleep(5);
      opening = Math.round(performance.now() - begin) + AFTERWARDS_MS;
      await said;
      if (!(await isShownOnce(screen, written))) missed += 1;
      screen.close();
    }
    ears.close();
    mouth.close();
  }

  const threads = [...Map.groupBy(stage.scene.seats, (seat) => seat.code).values()];
  await Promise.all(threads.slice(0, 6).map(runLane));
  return missed;
}
