import { seededRandom } from "#server/cli/seed/random.ts";
import { openCaller } from "./caller.ts";
import type { Seat } from "./scene.ts";
import type { Stage } from "./stage.ts";
import { openWriter } from "./writer.ts";

const BODY_LENGTH = 3_900;
/** News of a message carries all its former texts: 16 requests make half a megabyte. */
const CHANGES = 15;

/** Each of them writes so many long messages and changes them again and again; in the end they are as they were. */
export async function writeMuch(stage: Stage, seats: Seat[], port: number, messages: number) {
  const { ledger, origin, seed } = stage;

  async function write(seat: Seat) {
    const caller = openCaller(seat.cookie, origin);
    let id = "";
    const writer = openWriter({
      seat,
      caller,
      ports: [port],
      ledger,
      random: { ...seededRandom(seed), chance: () => false },
      onEntry: (entry) => {
        id = entry.id;
      },
    });
    for (let count = 0; count < messages; count += 1) {
      const body = `Pesan panjang ${ledger.sent.length}`.padEnd(BODY_LENGTH, ".");
      await writer.write(body);
      const path = `/pickup-problem/${seat.code}/entries/${id}`;
      for (let change = 1; change <= CHANGES; change += 1) {
        const form = { to: "edit", body: change < CHANGES ? `${change} ${body}` : body };
        const answer = await caller.call({ port, path, form });
        if (answer?.status !== 201) throw new Error(`A change was answered with ${answer?.status}`);
      }
    }
    caller.close();
  }

  await Promise.all(seats.map(write));
}
