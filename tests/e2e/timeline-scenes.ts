import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Category } from "#app/contracts/categories.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import type { Stage } from "#app/contracts/stages.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { promoteDueReports } from "#app/domain/reports/promote-due-reports.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { moveParcel } from "#app/domain/tracking/move-parcel.server.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { filing, message } from "../factories/reports.ts";
import type { SettableClock } from "../support/settable-clock.ts";
import type { TestServer } from "../support/test-server.ts";
import type { Cast } from "./fixtures.ts";
import { UPRIGHT_6 } from "./scene.ts";

type Parcel = Awaited<ReturnType<typeof buildParcel>>;
type World = { server: TestServer; clock: SettableClock; cast: Cast };

export type Scene = {
  name: string;
  requestedAt: string;
  service?: ServiceKind;
  province?: string;
  category?: Category;
  filedAt: string;
  /** When the reader looks. */
  now: string;
  /** What happened in between, each at its own time. */
  story?: (world: World, parcel: Parcel, code: string) => Promise<void>;
  /** As the page must say it. */
  deadline: RegExp;
  verdict: RegExp;
  idleRows: number;
};

/** A scan of the courier's own tracking, which has no webhook yet. */
async function courierSays({ server, clock }: World, parcel: Parcel, stage: Stage, text: string) {
  const inbox = await server.owner
    .insertInto("tracking_inbox")
    .values({
      source: "courier",
      identity: randomUUID(),
      body: "{}",
      received_at: clock.now(),
      worked_at: clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await server.owner
    .insertInto("tracking_events")
    .values({
      inbox_id: inbox.id,
      source: "courier",
      identity: randomUUID(),
      resi: parcel.resi,
      parcel_id: parcel.id,
      seller_org_id: parcel.seller_org_id,
      courier_id: parcel.courier_id,
      scan_courier: null,
      stage,
      raw_code: "",
      raw_text: text,
      occurred_at: clock.now(),
      received_at: clock.now(),
    })
    .execute();
  await server.ctx.db.as("system", (tx) => moveParcel(server.ctx, tx, parcel.id));
}

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

async function fileIn({ server, cast }: World, scene: Scene, parcel: Parcel) {
  const category = scene.category ?? "belum_pickup";
  const upload: string[] = [];
  if (category === "scan_issue") {
    const photo = { bytes: new Uint8Array(readFileSync(UPRIGHT_6)), purpose: "handover" as const };
    upload.push((await keepUpload(server.ctx, cast.seller, photo)).id);
  }
  const input = filing([parcel.id], category, { upload });
  const [filed] = await fileReports(server.ctx, cast.seller, input);
  if (!filed) throw new Error("No report was filed");
  return filed.code;
}

/** Lives the scene through up to the reader's moment. @returns the report's code. */
export async function live(world: World, scene: Scene): Promise<string> {
  const { server, clock, cast } = world;
  clock.set(scene.requestedAt);
  const parcel = await buildParcel(server, {
    seller: cast.seller.slug,
    requestedAt: scene.requestedAt,
    service: scene.service,
    province: scene.province,
  });
  clock.set(scene.filedAt);
  if (scene.category === "gagal_pickup")
    await track(server, "everpro", everproCallback(parcel.resi, "FAILED PICKUP"));
  const code = await fileIn(world, scene, parcel);
  await scene.story?.(world, parcel, code);
  clock.set(scene.now);
  await recordMoments(server.ctx);
  await recordReplyMoments(server.ctx);
  await promoteDueReports(server.ctx);
  return code;
}
