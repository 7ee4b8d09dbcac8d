import type { ServiceKind } from "#app/contracts/services.ts";
import { atHour, HOUR, MINUTE, plus, workingAfter } from "./clock.ts";
import type { Moment } from "./day.ts";
import type { SeedCourier } from "./hubs.ts";
import { type Random, seededRandom } from "./random.ts";
import { type DeadlineOf, findRequestTime, type PlannedRequest, planRequest } from "./requests.ts";
import { SHOPS, type Shop } from "./shops.ts";
import { callbackMoments, webhookMoment } from "./tracking.ts";

/** Working minutes after the step before, and what tracking says then. */
type Step = { after: [number, number]; says: "shipped" | "finished" | string; reason?: string };

type Flow = {
  requests: number;
  parcels: [number, number];
  /** Days ago, or where the deadline must lie. */
  when: [number, number] | "open" | "late";
  service?: ServiceKind;
  steps: Step[];
  /** Takes what is missing to the full number. */
  fills?: true;
};

const shipped: Step = { after: [110, 480], says: "shipped" };

/** What nobody complains about, and what somebody should. */
const FLOWS: Flow[] = [
  {
    requests: 12,
    parcels: [2, 4],
    when: [5, 6],
    steps: [shipped, { after: [1300, 2000], says: "finished" }],
    fills: true,
  },
  { requests: 12, parcels: [2, 4], when: [1, 4], steps: [shipped], fills: true },
  { requests: 3, parcels: [1, 3], when: [2, 4], service: "drop_off", steps: [shipped] },
  { requests: 8, parcels: [2, 4], when: "open", steps: [], fills: true },
  { requests: 2, parcels: [1, 2], when: "open", service: "drop_off", steps: [] },
  { requests: 5, parcels: [1, 3], when: "late", steps: [] },
  {
    requests: 2,
    parcels: [1, 2],
    when: "open",
    steps: [{ after: [60, 150], says: "FAILED PICKUP", reason: "Barang Not Ready" }],
  },
  {
    requests: 1,
    parcels: [2, 2],
    when: "late",
    steps: [{ after: [180, 300], says: "FAILED PICKUP", reason: "Kurir overload" }],
  },
  {
    requests: 2,
    parcels: [1, 2],
    when: [3, 5],
    steps: [{ after: [120, 400], says: "CANCELED", reason: "Pembatalan oleh pembeli" }],
  },
  {
    requests: 1,
    parcels: [1, 2],
    when: [6, 6],
    steps: [
      shipped,
      { after: [900, 1000], says: "REJECTED", reason: "Alamat penerima tidak ditemukan" },
      { after: [400, 500], says: "IN PROCESS RETURN" },
      { after: [700, 900], says: "RETURN" },
    ],
  },
  {
    requests: 1,
    parcels: [1, 2],
    when: [5, 6],
    steps: [
      shipped,
      { after: [900, 1000], says: "REJECTED", reason: "Penerima menolak paket COD" },
      { after: [400, 500], says: "IN PROCESS RETURN" },
    ],
  },
  {
    requests: 1,
    parcels: [1, 1],
    when: [4, 5],
    steps: [shipped, { after: [700, 900], says: "IN TROUBLE", reason: "Salah sortir" }],
  },
  {
    requests: 1,
    parcels: [2, 2],
    when: [4, 5],
    steps: [shipped, { after: [700, 900], says: "FORCE MAJEURE", reason: "Banjir" }],
  },
  {
    requests: 1,
    parcels: [1, 1],
    when: [6, 6],
    steps: [shipped, { after: [1900, 2200], says: "LOST/BROKEN" }],
  },
];

const SHARES: Shop[] = [SHOPS.melati, SHOPS.melati, SHOPS.gadget, SHOPS.bali];
const COURIERS: SeedCourier[] = ["idx", "idx", "idx", "sicepat", "sicepat", "jne", "jne", "jnt"];

type Setting = { now: Date; deadlineOf: DeadlineOf; taken: Set<string> };
type Wanted = { shop: Shop; courier: SeedCourier; service: ServiceKind; requestedAt: Date };

function timeOf({ when }: Flow, wanted: Wanted, { now, deadlineOf }: Setting, random: Random) {
  if (typeof when !== "string")
    return atHour(
      now,
      wanted.shop.zone,
      -random.int(...when),
      random.int(8, 15),
      random.int(0, 59),
    );
  const wish = (deadline: Date) => (when === "open" ? deadline > now : deadline < plus(now, -HOUR));
  const found = findRequestTime(wanted, plus(now, -HOUR), wish, deadlineOf, random);
  if (!found) throw new Error("No time for a parcel that waits");
  return found;
}

function stepMoments(flow: Flow, request: PlannedRequest, now: Date, random: Random): Moment[] {
  const { courier, resi } = request;
  let at = request.requestedAt;
  return flow.steps
    .flatMap(({ after, says, reason }) => {
      at = workingAfter(at, random.int(...after));
      return says === "shipped" || says === "finished"
        ? [webhookMoment(says, courier, resi, at)]
        : callbackMoments(resi, says, at, reason);
    })
    .filter((moment) => moment.at < plus(now, -5 * MINUTE));
}

/** Requests beside the stories, so many that all parcels together are `parcels`. */
export function planFlows(setting: Setting, parcels: number) {
  const random = seededRandom(7);
  const slots = FLOWS.flatMap((flow) =>
    Array.from({ length: flow.requests }, () => ({ flow, parcels: random.int(...flow.parcels) })),
  );
  const fillers = slots.filter((slot) => slot.flow.fills);
  const planned = slots.reduce((sum, slot) => sum + slot.parcels, 0);
  for (let missing = parcels - planned; missing > 0; missing -= 1)
    random.pick(fillers).parcels += 1;
  return slots.map(({ flow, parcels }) => {
    const service = flow.service ?? "regular";
    const courier = random.pick(service === "drop_off" ? COURIERS.slice(0, 7) : COURIERS);
    const wanted = { shop: random.pick(SHARES), courier, service, requestedAt: setting.now };
    const requestedAt = timeOf(flow, wanted, setting, random);
    const request = planRequest({ ...wanted, requestedAt, parcels }, random, setting.taken);
    return { request, moments: stepMoments(flow, request, setting.now, random) };
  });
}
