import { plus, workingAfter, workingBefore } from "./clock.ts";
import type { Moment, WantedPhoto } from "./day.ts";
import type { SeedCourier } from "./hubs.ts";
import { type Random, seededRandom } from "./random.ts";
import { type DeadlineOf, type PlannedRequest, planRequest } from "./requests.ts";
import { SHOPS, type Shop } from "./shops.ts";
import { file, play, type Story } from "./story.ts";
import { fitStory, type StoryTimes } from "./story-times.ts";
import { CAST, type Part } from "./threads/cast.ts";
import { type Beat, type Opening, type Role, readThread, type Script } from "./threads/script.ts";
import { callbackMoments, webhookMoment } from "./tracking.ts";
import { castFor } from "./words.ts";

export type Plan = {
  requests: PlannedRequest[];
  moments: Moment[];
  photos: { at: Date; photo: WantedPhoto }[];
};

const STAFF: Record<Exclude<SeedCourier, "jnt">, [string, string?]> = {
  idx: ["rudi@idx.example", "lina@idx.example"],
  sicepat: ["agus@sicepat.example"],
  jne: ["fitri@jne.example"],
};
const SUPPORT = { cs: "nadia@everpro.example", lead: "yoga@everpro.example" };

const FIRST_NAMES: Record<string, string> = {
  "sari@tokomelati.example": "Sari",
  "dimas@tokomelati.example": "Dimas",
  "budi@rumahgadget.example": "Budi",
  "ayu@balicraft.example": "Ayu",
};

/** The second person of a side, or its only one. */
function emailOf(role: Role, shop: Shop, courier: SeedCourier): string {
  if (role === "cs" || role === "lead") return SUPPORT[role];
  if (role === "seller") return shop.people[0];
  if (role === "mate") return shop.people[1] ?? shop.people[0];
  if (courier === "jnt") throw new Error("Nobody writes for J&T");
  const [first, second] = STAFF[courier];
  return role === "desk" ? (second ?? first) : first;
}

/** What was ordered together with the reported parcels goes its own way. */
function siblingMoments(script: Script, request: PlannedRequest, beats: Beat[], at: StoryTimes) {
  const siblings = request.resi.slice(script.parcels ?? 1);
  if (siblings.length === 0) return [];
  const scan = at.beats[beats.findIndex((beat) => beat.act.kind === "scan")];
  const handedOver = workingBefore(at.filedAt, (script.handedOver ?? 200) - 50);
  const late = script.clock === "late" && workingAfter(at.requestedAt, 200);
  const taken = script.category === "scan_issue" ? handedOver : late || scan;
  return taken ? [webhookMoment("shipped", request.courier, siblings, plus(taken, 90_000))] : [];
}

function photosOf(opening: Opening, beats: Beat[], times: StoryTimes, request: PlannedRequest) {
  const { courier } = request;
  const resi = request.resi[0] ?? "";
  const shown = [
    { at: times.filedAt, purpose: opening.photo },
    ...beats.map(({ act }, index) => ({
      at: times.beats[index] ?? times.filedAt,
      purpose: "photo" in act ? act.photo : null,
    })),
  ];
  return shown.flatMap(({ at, purpose }) =>
    purpose ? [{ at, photo: { resi, courier, purpose } }] : [],
  );
}

type Setting = { now: Date; deadlineOf: DeadlineOf; taken: Set<string> };

function planStory([script, key, courier]: Part, setting: Setting, random: Random): Plan {
  const shop = SHOPS[key];
  const { now } = setting;
  const { opening, beats } = readThread(script.thread);
  const times = fitStory(script, beats, { shop, courier, ...setting }, random);
  const reports = script.parcels ?? 1;
  const service = script.dropOff ? "drop_off" : "regular";
  const request = planRequest(
    { shop, courier, service, requestedAt: times.requestedAt, parcels: reports + random.int(0, 2) },
    random,
    setting.taken,
  );
  const who = (role: Role) => emailOf(role, shop, courier);
  const story: Story = {
    script,
    request,
    reported: request.resi.slice(0, reports),
    cast: castFor(request, FIRST_NAMES[who(opening.by)] ?? "", random),
    emailOf: who,
    now,
    random,
    codes: [],
    instructions: new Map(),
    window: undefined,
  };
  const failures = script.failed
    ? callbackMoments(request.resi, "FAILED PICKUP", times.failedAt, script.failed)
    : [];
  const thread = beats.map((beat, index): Moment => {
    const at = times.beats[index] ?? now;
    return { at, happen: (day) => play(day, story, beat, at) };
  });
  const { filedAt } = times;
  return {
    requests: [request],
    moments: [
      ...failures,
      ...siblingMoments(script, request, beats, times),
      { at: filedAt, happen: (day) => file(day, story, opening, filedAt) },
      ...thread,
    ],
    photos: photosOf(opening, beats, times, request),
  };
}

/** Every part of the cast, each with chance numbers of its own: a changed script leaves the others alone. */
export function planStories(setting: Setting): Plan {
  const plans = CAST.map((part, index) =>
    planStory(part, setting, seededRandom(7919 * (index + 1))),
  );
  return {
    requests: plans.flatMap((plan) => plan.requests),
    moments: plans.flatMap((plan) => plan.moments),
    photos: plans.flatMap((plan) => plan.photos),
  };
}
