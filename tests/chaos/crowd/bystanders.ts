import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ThreadNews } from "#app/contracts/realtime.ts";
import { openCaller } from "../thread/caller.ts";
import { openDeviceSocket } from "../thread/device-socket.ts";
import type { Seat } from "../thread/scene.ts";

const EACH_MS = 500;

/** At even distances, whether or not the one before is answered, until it is over. */
async function atPace(isOver: () => boolean, step: (turn: number) => Promise<void>) {
  const begun = performance.now();
  const steps: Promise<void>[] = [];
  while (!isOver()) {
    steps.push(step(steps.length));
    await sleep(Math.max(0, begun + EACH_MS * steps.length - performance.now()));
  }
  await Promise.all(steps);
}

/** Opens the queue and a thread in turn. @returns how long each page took; what is no page counts as endless. */
export async function readPages(seat: Seat, origin: string, isOver: () => boolean) {
  const paths = ["/pickup-problem?tab=turn", `/pickup-problem/${seat.code}`];
  const times: number[] = [];
  await atPace(isOver, async (turn) => {
    const begun = performance.now();
    const headers = { cookie: seat.cookie, accept: "text/html" };
    const answer = await fetch(origin + paths[turn % paths.length], { headers }).catch(() => null);
    await answer?.arrayBuffer();
    times.push(answer?.status === 200 ? performance.now() - begun : Number.POSITIVE_INFINITY);
  });
  return times;
}

/** One writes, the other watches. @returns for each message, how long after its sending the other's socket was told. */
export async function passMessages(
  [writer, reader]: [Seat, Seat],
  origin: string,
  isOver: () => boolean,
) {
  const port = Number(new URL(origin).port);
  const caller = openCaller(writer.cookie, origin);
  const socket = openDeviceSocket({ cookie: reader.cookie, origin, ports: [port] });
  const heard = new Map<string, number>();
  socket.on("thread:changed", ({ entryId }: ThreadNews) => {
    if (entryId) heard.set(entryId, performance.now());
  });
  await once(socket as never, "connect");
  await socket.emitWithAck("report:watch", { code: reader.code });
  const sent: { id: string; at: number }[] = [];
  const path = `/pickup-problem/${writer.code}/messages`;
  await atPace(isOver, async (turn) => {
    const at = performance.now();
    const form = { clientId: randomUUID(), body: `Kabar ke-${turn}` };
    const answer = await caller.call({ port, path, form });
    const { id = "" } = (answer?.status === 201 ? answer.body : {}) as { id?: string };
    sent.push({ id, at });
  });
  await sleep(EACH_MS);
  socket.disconnect();
  caller.close();
  return sent.map(({ id, at }) => (heard.get(id) ?? Number.POSITIVE_INFINITY) - at);
}
