import { readFileSync } from "node:fs";
import type { Category } from "#app/contracts/categories.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { filing } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
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

const OPERATIONS = { picked_up: "Pick up scan", pickup_failed: "Pickup Failure" } as const;

/** A row of ID Express' own tracking, through its own door. */
export const courierSays = (
  { server, clock }: World,
  parcel: Parcel,
  stage: keyof typeof OPERATIONS,
  text: string,
) =>
  track(server, "idx", {
    code: 0,
    data: {
      basicInfo: { waybillNo: parcel.resi },
      history: [
        {
          waybillNo: parcel.resi,
          operationType: OPERATIONS[stage],
          operationTime: clock.now().getTime(),
          description: text,
        },
      ],
    },
  });

async function fileIn({ server, cast }: World, scene: Scene, parcel: Parcel) {
  const category = scene.category ?? "belum_pickup";
  const upload: string[] = [];
  if (category === "scan_issue") {
    const photo = { bytes: new Uint8Array(readFileSync(UPRIGHT_6)), purpose: "handover" as const };
    upload.push(await buildUpload(server, cast.seller, photo));
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
  return code;
}
