import type { AppContext } from "#app/context.ts";
import { listPulses } from "#app/domain/threads/list-pulses.server.ts";
import type { Logger } from "../log.ts";
import type { Sockets } from "./fanout.ts";
import type { PersonSocket } from "./person-socket.ts";
import { renewHere } from "./renew-here.ts";
import { reportOfRoom, streamName, streamRoom } from "./rooms.ts";

const EVERY_MS = 10_000;

/** Tells everybody how their threads stand, so that a lost message is found without another one; and that this process lives. */
export function startPulse(io: Sockets, ctx: AppContext, nodeId: string, log: Logger) {
  let running: Promise<void> | undefined;

  async function beat() {
    try {
      const here = [...io.sockets.sockets.values()] as unknown as PersonSocket[];
      await renewHere(ctx, nodeId, here);
      const watched = [...io.sockets.adapter.rooms.keys()].map(reportOfRoom);
      const pulses = await listPulses(
        ctx,
        watched.filter((id) => id !== undefined),
      );
      for (const { reportId, audience, rev, seen } of pulses)
        io.to(streamRoom(reportId, audience)).emit("thread:pulse", {
          reportId,
          stream: streamName(audience),
          rev,
          seen,
        });
    } catch (error) {
      log.warn({ err: error }, "no pulse");
    }
    running = undefined;
  }

  const timer = setInterval(() => {
    running ??= beat();
  }, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
