import { randomUUID } from "node:crypto";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { everproCallback, track } from "../factories/parcels.ts";
import { message } from "../factories/reports.ts";
import { courierSays, type Scene } from "./live-scene.ts";

const promise = (date: string, from: string, to: string) => ({
  ...{ clientId: randomUUID(), code: "SCHEDULED" as const, detail: "", upload: [] },
  ...{ date, from, to, courierName: "Pak Joko", courierPhone: "", courierPlate: "" },
});

export const SCENES: Scene[] = [
  {
    name: "on time",
    requestedAt: "2026-11-24T02:00:00Z",
    filedAt: "2026-11-24T09:00:00Z",
    now: "2026-11-25T03:00:00Z",
    story: async ({ server, clock, cast }, _, code) => {
      clock.set("2026-11-25T01:30:00Z");
      await issueInstruction(
        server.ctx,
        cast.operator,
        code,
        promise("2026-11-25", "14:00", "16:00"),
      );
    },
    deadline: /Rab,? 25 Nov 20\.00 WIB/,
    verdict: /sisa 10 jam/,
    idleRows: 0,
  },
  {
    name: "due in 20 minutes",
    requestedAt: "2026-11-21T10:30:00Z",
    filedAt: "2026-11-23T02:00:00Z",
    now: "2026-11-24T12:40:00Z",
    story: async ({ server, clock, cast }, _, code) => {
      clock.set("2026-11-24T04:00:00Z");
      await postMessage(server.ctx, cast.operator, code, message("Kurir masih di jalan."));
    },
    deadline: /Sel,? 24 Nov 20\.00 WIB/,
    verdict: /sisa 20 menit/,
    idleRows: 2,
  },
  {
    name: "two days late over Lebaran",
    requestedAt: "2026-03-18T10:00:00Z",
    filedAt: "2026-03-21T03:00:00Z",
    now: "2026-03-26T14:00:00Z",
    story: async ({ server, clock, cast }, _, code) => {
      clock.set("2026-03-25T02:00:00Z");
      await postMessage(server.ctx, cast.seller, code, message("Sudah lewat batas, mohon kabar."));
      clock.set("2026-03-26T03:00:00Z");
      await postMessage(
        server.ctx,
        cast.operator,
        code,
        message("Gudang baru buka lagi hari ini."),
      );
    },
    deadline: /Sel,? 24 Mar 20\.00 WIB/,
    verdict: /terlambat 2 hari 1 jam/,
    idleRows: 4,
  },
  {
    name: "failed twice",
    requestedAt: "2026-11-24T02:00:00Z",
    category: "gagal_pickup",
    filedAt: "2026-11-24T08:00:00Z",
    now: "2026-11-25T06:00:00Z",
    story: async (world, parcel) => {
      world.clock.set("2026-11-25T04:10:00Z");
      await courierSays(world, parcel, "pickup_failed", "Toko tutup saat dikunjungi");
    },
    deadline: /Rab,? 25 Nov 20\.00 WIB/,
    verdict: /sisa 7 jam/,
    idleRows: 0,
  },
  {
    name: "scan issue",
    requestedAt: "2026-11-23T02:00:00Z",
    filedAt: "2026-11-24T02:00:00Z",
    now: "2026-11-25T03:00:00Z",
    category: "scan_issue",
    story: async (world, parcel) => {
      const { server, clock } = world;
      clock.set("2026-11-24T03:00:00Z");
      await track(server, "everpro", everproCallback(parcel.resi, "WAITING"));
      clock.set("2026-11-25T02:17:00Z");
      await courierSays(world, parcel, "picked_up", "Manifested by counter");
    },
    deadline: /Sel,? 24 Nov 20\.00 WIB/,
    verdict: /Sudah di-pick up .* setelah batas/,
    idleRows: 0,
  },
  {
    name: "drop-off",
    requestedAt: "2026-11-21T02:00:00Z",
    service: "drop_off",
    category: "scan_issue",
    filedAt: "2026-11-22T03:00:00Z",
    now: "2026-11-24T03:00:00Z",
    deadline: /Sen,? 23 Nov 20\.00 WIB/,
    verdict: /Menurut penjual sudah diserahkan.*terlewat/,
    idleRows: 1,
  },
  {
    name: "WIT origin",
    requestedAt: "2026-11-24T08:00:00Z",
    province: "Papua",
    filedAt: "2026-11-25T00:00:00Z",
    now: "2026-11-26T02:00:00Z",
    deadline: /Kam,? 26 Nov 20\.00 WIT/,
    verdict: /sisa 9 jam/,
    idleRows: 1,
  },
];
