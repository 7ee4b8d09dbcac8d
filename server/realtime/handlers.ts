import { z } from "zod";
import type { AppContext } from "#app/context.ts";
import type { Ack, ClientToServer } from "#app/contracts/realtime.ts";
import { reportCode } from "#app/contracts/text.schema.ts";
import { isDomainError } from "#app/domain/errors.server.ts";
import { enterReport } from "#app/domain/presence/enter-report.server.ts";
import { leaveReport } from "#app/domain/presence/leave-report.server.ts";
import type { Logger } from "../log.ts";
import { openBudget } from "./budget.ts";
import type { PersonSocket } from "./person-socket.ts";
import { listRoomOf, notesRoom, reportRoom } from "./rooms.ts";

const InReport = z.object({ code: reportCode });
const Nothing = z.object({});

const schemas = {
  "report:watch": InReport,
  "report:leave": InReport,
  "report:type": InReport.extend({ stream: z.enum(["everyone", "notes"]) }),
  "list:watch": Nothing,
  "list:leave": Nothing,
} satisfies Record<keyof ClientToServer, z.ZodType>;

type Schemas = typeof schemas;
type Hall = { ctx: AppContext; nodeId: string };
type Handler<Name extends keyof Schemas> = (
  hall: Hall,
  socket: PersonSocket,
  message: z.infer<Schemas[Name]>,
) => Promise<Ack>;

const OK: Ack = { ok: true };
const refuse = (code: string): Ack => ({ ok: false, code });

/** A page watches one report; more would be somebody collecting. */
const MAX_WATCHED = 20;

const handlers: { [Name in keyof Schemas]: Handler<Name> } = {
  async "report:watch"({ ctx, nodeId }, socket, { code }) {
    const { actor, watched } = socket.data;
    if (watched.size >= MAX_WATCHED && !watched.has(code)) return refuse("rate.limited");
    const id = await enterReport(ctx, actor, code, { id: socket.id, nodeId });
    if (!id) return refuse("report.not_found");
    if (socket.connected) {
      watched.set(code, id);
      await socket.join([reportRoom(id), notesRoom(id, actor.kind)]);
    }
    // Whoever closed the page meanwhile must not be left standing in the report.
    else await leaveReport(ctx, actor, socket.id);
    return OK;
  },
  async "report:leave"({ ctx }, socket, { code }) {
    const { actor, watched } = socket.data;
    const id = watched.get(code);
    if (!id) return refuse("report.not_found");
    watched.delete(code);
    await socket.leave(reportRoom(id));
    await socket.leave(notesRoom(id, actor.kind));
    await leaveReport(ctx, actor, socket.id, id);
    return OK;
  },
  async "report:type"({ ctx }, socket, { code, stream }) {
    const { actor, watched } = socket.data;
    const reportId = watched.get(code);
    if (!reportId) return refuse("report.not_found");
    const { userId, name, kind: side } = actor;
    const audience = stream === "everyone" ? "everyone" : side;
    await ctx.db.as(actor, (tx) =>
      ctx.events.publish(tx, { type: "person.typing", reportId, audience, userId, name, side }),
    );
    return OK;
  },
  async "list:watch"(_hall, socket) {
    await socket.join(listRoomOf(socket.data.actor));
    return OK;
  },
  async "list:leave"(_hall, socket) {
    await socket.leave(listRoomOf(socket.data.actor));
    return OK;
  },
};

async function answer<Name extends keyof Schemas>(
  hall: Hall,
  log: Logger,
  socket: PersonSocket,
  name: Name,
  message: unknown,
): Promise<Ack> {
  const parsed = schemas[name].safeParse(message);
  if (!parsed.success) return refuse("form.invalid");
  try {
    return await handlers[name](hall, socket, parsed.data as z.infer<Schemas[Name]>);
  } catch (error) {
    if (isDomainError(error)) return refuse(error.problem.code);
    log.error({ err: error, event: name }, "socket handler failed");
    return refuse("unexpected");
  }
}

type Options = Hall & { log: Logger; isStanding: (socket: PersonSocket) => Promise<boolean> };

export function attachHandlers(socket: PersonSocket, options: Options) {
  const { log, isStanding, ...hall } = options;
  const isWithinBudget = openBudget();
  let line = Promise.resolve();
  /** One after the other: a leave must not overtake the watch that came before it. */
  function inLine(work: () => Promise<void>) {
    line = line.then(work).catch((error) => log.warn({ err: error }, "socket not answered"));
  }
  for (const name of Object.keys(handlers) as (keyof Schemas)[]) {
    // A browser sends what it likes, so the typed signature is not to be trusted here.
    socket.on(name, (message: unknown, ack: unknown) => {
      if (!isWithinBudget()) return void socket.disconnect(true);
      inLine(async () => {
        if (!(await isStanding(socket))) return void socket.disconnect(true);
        // A room that is joined now would never be left.
        if (!socket.connected) return;
        const result = await answer(hall, log, socket, name, message);
        if (typeof ack === "function") ack(result);
      });
    });
  }
  socket.on("disconnect", () => {
    if (socket.data.watched.size === 0) return;
    leaveReport(hall.ctx, socket.data.actor, socket.id).catch((error) =>
      log.warn({ err: error }, "presence not ended"),
    );
  });
}
