import type { Socket } from "socket.io";
import { z } from "zod";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { Ack, ClientToServer, ServerToClient } from "#app/contracts/realtime.ts";
import { reportCode } from "#app/contracts/text.schema.ts";
import { isDomainError } from "#app/domain/errors.server.ts";
import { findWatchedReport } from "#app/domain/reports/find-watched-report.server.ts";
import type { Logger } from "../log.ts";
import { listRoomOf, notesRoom, reportRoom } from "./rooms.ts";

export type PersonSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  { actor: Actor }
>;

const ReportMessage = z.object({ code: reportCode });
const Nothing = z.object({});

/** A page watches one report; more would be somebody collecting. */
const MAX_WATCHED = 20;

const schemas = {
  "report:watch": ReportMessage,
  "report:leave": ReportMessage,
  "list:watch": Nothing,
  "list:leave": Nothing,
} satisfies Record<keyof ClientToServer, z.ZodType>;

type Handler = (ctx: AppContext, socket: PersonSocket, message: { code: string }) => Promise<Ack>;

const handlers: Record<keyof ClientToServer, Handler> = {
  async "report:watch"(ctx, socket, { code }) {
    const { actor } = socket.data;
    const id = await findWatchedReport(ctx, actor, code);
    if (!id) return { ok: false, code: "report.not_found" };
    if (socket.rooms.size > MAX_WATCHED * 2) return { ok: false, code: "rate.limited" };
    await socket.join([reportRoom(id), notesRoom(id, actor.kind)]);
    return { ok: true };
  },
  async "report:leave"(ctx, socket, { code }) {
    const id = await findWatchedReport(ctx, socket.data.actor, code);
    if (!id) return { ok: false, code: "report.not_found" };
    await socket.leave(reportRoom(id));
    await socket.leave(notesRoom(id, socket.data.actor.kind));
    return { ok: true };
  },
  async "list:watch"(_ctx, socket) {
    await socket.join(listRoomOf(socket.data.actor));
    return { ok: true };
  },
  async "list:leave"(_ctx, socket) {
    await socket.leave(listRoomOf(socket.data.actor));
    return { ok: true };
  },
};

async function answer(
  ctx: AppContext,
  log: Logger,
  socket: PersonSocket,
  name: keyof ClientToServer,
  message: unknown,
) {
  const parsed = schemas[name].safeParse(message);
  if (!parsed.success) return { ok: false, code: "form.invalid" } as const;
  try {
    return await handlers[name](ctx, socket, parsed.data as { code: string });
  } catch (error) {
    if (isDomainError(error)) return { ok: false, code: error.problem.code } as const;
    log.error({ err: error, event: name }, "socket handler failed");
    return { ok: false, code: "unexpected" } as const;
  }
}

/** More than a page ever needs; each costs a transaction. */
const MESSAGES_A_WINDOW = 60;
const WINDOW_MS = 10_000;

/** @returns whether this message is still within what a page may send. */
function openBudget() {
  let spent = 0;
  let until = 0;
  return () => {
    const now = performance.now();
    if (now > until) {
      spent = 0;
      until = now + WINDOW_MS;
    }
    spent += 1;
    return spent <= MESSAGES_A_WINDOW;
  };
}

export function attachHandlers(ctx: AppContext, log: Logger, socket: PersonSocket) {
  const isWithinBudget = openBudget();
  for (const name of Object.keys(handlers) as (keyof ClientToServer)[]) {
    // A browser sends what it likes, so the typed signature is not to be trusted here.
    socket.on(name, async (message: unknown, ack: unknown) => {
      if (!isWithinBudget()) return void socket.disconnect(true);
      const result = await answer(ctx, log, socket, name, message);
      if (typeof ack === "function") ack(result);
    });
  }
}
