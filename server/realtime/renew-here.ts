import type { AppContext } from "#app/context.ts";
import { enterReport } from "#app/domain/presence/enter-report.server.ts";
import { leaveReport } from "#app/domain/presence/leave-report.server.ts";
import { renewPresencesOf } from "#app/domain/presence/renew-presences-of.server.ts";
import type { PersonSocket } from "./person-socket.ts";

/** The connections of this process live. Whom the database forgot, being away for long or crashed, enters again. */
export async function renewHere(ctx: AppContext, nodeId: string, sockets: PersonSocket[]) {
  const open = sockets.flatMap((socket) =>
    [...socket.data.watched].map(([code, reportId]) => ({ socket, code, reportId })),
  );
  const ids = sockets.map((socket) => socket.id);
  const rows = await renewPresencesOf(ctx, nodeId, ids);
  const renewed = new Set(rows.map((row) => `${row.connection_id} ${row.report_id}`));
  for (const { socket, code, reportId } of open) {
    if (renewed.has(`${socket.id} ${reportId}`)) continue;
    const { actor, watched } = socket.data;
    await enterReport(ctx, actor, code, { id: socket.id, nodeId });
    if (!socket.connected || !watched.has(code)) await leaveReport(ctx, actor, socket.id, reportId);
  }
}
