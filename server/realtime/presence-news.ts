import type { AppContext } from "#app/context.ts";
import { listViewers } from "#app/domain/presence/list-viewers.server.ts";
import type { Sockets } from "./fanout.ts";
import { hasListener, listsOf, reportRoom } from "./rooms.ts";

type Place = { reportId: string; sellerOrgId: string; courierId: string };

const GATHER_MS = 250;

/** Who came and went is told a little later and once for all: after a restart everybody comes at the same time. */
export function openPresenceNews(io: Sockets, ctx: AppContext) {
  const places = new Map<string, Place>();
  let timer: NodeJS.Timeout | undefined;

  async function tell() {
    timer = undefined;
    const told = [...places.values()];
    places.clear();
    const heard = told.filter((place) =>
      hasListener(io, [reportRoom(place.reportId), ...listsOf(place)]),
    );
    const ids = heard.map((place) => place.reportId);
    const viewers = await ctx.db.as("system", (tx) => listViewers(tx, "system", ids));
    for (const place of heard) {
      const { reportId } = place;
      const present = viewers.get(reportId) ?? [];
      io.to(reportRoom(reportId)).emit("thread:present", { reportId, present });
      io.to(listsOf(place)).emit("list:present", { reportId, present });
    }
  }

  return {
    add({ reportId, sellerOrgId, courierId }: Place) {
      places.set(reportId, { reportId, sellerOrgId, courierId });
      timer ??= setTimeout(() => {
        tell().catch((error) => ctx.log.warn({ err: error }, "presence not told"));
      }, GATHER_MS);
    },
    close: () => clearTimeout(timer),
  };
}

export type PresenceNews = ReturnType<typeof openPresenceNews>;
