import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AppContext } from "#app/context.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import type { Crowd } from "./crowd.ts";
import type { Seat } from "./scene.ts";
import type { Stage } from "./stage.ts";

/** Nothing further comes in twice the time of a poll: nothing will. */
const STALLED_MS = 11_000;

const READ_WITHIN_MS = 1_000;

/** A context whose transactions write at once and commit only when they are let. */
function holdingBack(ctx: AppContext) {
  const written = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const late: AppContext = {
    ...ctx,
    db: {
      ...ctx.db,
      as: (actor, work) =>
        ctx.db.as(actor, async (tx) => {
          const value = await work(tx);
          written.resolve();
          await gate.promise;
          return value;
        }),
    },
  };
  return { late, written: written.promise, letGo: gate.resolve };
}

async function say({ ledger }: Stage, ctx: AppContext, { actor, code }: Seat) {
  const input = { clientId: randomUUID(), body: "Pesan yang tertunda", upload: [] };
  const { clientId, body } = input;
  const message = ledger.send({ code, author: actor.userId, clientId, body });
  const { id, seq } = await postMessage(ctx, actor, code, input);
  ledger.ack(message, { entryId: id, seq, at: Date.now() });
  return { code, entryId: id };
}

/** Pairs in which the one that took its number first commits last. @returns how many of them a watching socket was never told of. */
export async function commitLate(stage: Stage, crowd: Crowd, pairs: number): Promise<number> {
  const { ctx, seats, codes } = stage.scene;
  const seatOf = (code: string | undefined) => seats.find((seat) => seat.code === code) as Seat;
  /** Nodes have read past the early one by then, so that the late one is behind them. */
  async function untilTold(entryId: string) {
    const isTold = () => crowd.screens.some((screen) => screen.told.has(entryId));
    for (const end = Date.now() + READ_WITHIN_MS; Date.now() < end && !isTold(); ) await sleep(5);
  }
  const lanes = Array.from({ length: Math.min(4, codes.length >> 1) }, (_, lane) => lane);
  const written: { code: string; entryId: string }[] = [];
  let left = pairs;
  await Promise.all(
    lanes.map(async (lane) => {
      const [first, second] = [seatOf(codes[lane * 2]), seatOf(codes[lane * 2 + 1])];
      while (left-- > 0) {
        const { late, written: isWritten, letGo } = holdingBack(ctx);
        const held = say(stage, late, first);
        await Promise.race([isWritten, held]);
        const early = await say(stage, ctx, second);
        written.push(early);
        await untilTold(early.entryId);
        letGo();
        written.push(await held);
      }
    }),
  );
  const countSkipped = () =>
    crowd.screens.reduce(
      (sum, { seat, told }) =>
        sum + written.filter((one) => one.code === seat.code && !told.has(one.entryId)).length,
      0,
    );
  let skipped = countSkipped();
  for (let end = Date.now() + STALLED_MS; skipped > 0 && Date.now() < end; await sleep(200)) {
    const now = countSkipped();
    if (now < skipped) end = Date.now() + STALLED_MS;
    skipped = now;
  }
  return skipped;
}
