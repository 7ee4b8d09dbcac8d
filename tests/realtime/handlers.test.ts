import { EventEmitter } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { Ack } from "#app/contracts/realtime.ts";
import { openLog } from "#server/log.ts";
import { attachHandlers } from "#server/realtime/handlers.ts";
import type { PersonSocket, SocketData } from "#server/realtime/person-socket.ts";
import { renewHere } from "#server/realtime/renew-here.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

class FakeSocket extends EventEmitter {
  readonly id = crypto.randomUUID();
  readonly data: SocketData;
  connected = true;
  readonly rooms = new Set<string>();
  constructor(actor: Actor) {
    super();
    this.data = { actor, watched: new Map() };
  }
  async join(rooms: string | string[]) {
    for (const room of [rooms].flat()) this.rooms.add(room);
  }
  async leave(room: string) {
    this.rooms.delete(room);
  }
  ask = (name: string, message: object = {}) =>
    new Promise<Ack>((resolve) => this.emit(name, message, resolve));
}

async function open(isStanding: () => Promise<boolean> = async () => true, more: object = {}) {
  const seller = await buildActor(world, { kind: "seller" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const socket = new FakeSocket(seller);
  const ctx: AppContext = { ...world.ctx, ...more };
  const hall = { ctx, nodeId: crypto.randomUUID(), log: openLog("silent"), isStanding };
  attachHandlers(socket as unknown as PersonSocket, hall);
  const countPresences = async () => {
    const query = world.owner.selectFrom("presences").select("report_id");
    return (await query.where("connection_id", "=", socket.id).execute()).length;
  };
  return { socket, code, countPresences };
}

describe("a connection", () => {
  it("is where its last word says, though an earlier one takes longer", async () => {
    const pauses = [40, 0, 40, 0];
    const { socket, code, countPresences } = await open(async () => {
      await new Promise((resolve) => setTimeout(resolve, pauses.shift()));
      return true;
    });
    const gone = await Promise.all([
      socket.ask("report:watch", { code }),
      socket.ask("report:leave", { code }),
    ]);
    expect(gone).toEqual([{ ok: true }, { ok: true }]);
    expect([await countPresences(), socket.rooms.size]).toEqual([0, 0]);
    await socket.ask("report:watch", { code });
    await Promise.all([socket.ask("report:leave", { code }), socket.ask("report:watch", { code })]);
    expect([await countPresences(), socket.rooms.size]).toEqual([1, 2]);
  });

  it("is here again after the database has forgotten it", async () => {
    const { socket, code, countPresences } = await open();
    const here = [socket as unknown as PersonSocket];
    await socket.ask("report:watch", { code });
    await world.owner.deleteFrom("presences").execute();
    await renewHere(world.ctx, crypto.randomUUID(), here);
    expect(await countPresences()).toBe(1);
    await socket.ask("report:leave", { code });
    await renewHere(world.ctx, crypto.randomUUID(), here);
    expect(await countPresences()).toBe(0);
  });

  it("joins no room after its end", async () => {
    const early = await open(async () => {
      early.socket.connected = false;
      return true;
    });
    early.socket.emit("list:watch", {});
    const publish = async () => {
      late.socket.connected = false;
    };
    const late = await open(undefined, { events: { publish } });
    await late.socket.ask("report:watch", { code: late.code });
    expect([early.socket.rooms.size, late.socket.rooms.size]).toEqual([0, 0]);
    expect(await late.countPresences()).toBe(0);
  });
});
