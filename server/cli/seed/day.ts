import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { passDueDisputes } from "#app/domain/disputes/pass-due-disputes.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import { applyWaitingTracking } from "#app/domain/tracking/apply-waiting-tracking.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import type { ParcelPhotoKind } from "#storage/pictures/draw-parcel.ts";
import { atHour, DAY, MINUTE, plus, type SettableClock } from "./clock.ts";
import type { SeedCourier } from "./hubs.ts";

export type WantedPhoto = { resi: string; courier: SeedCourier; purpose: ParcelPhotoKind };

/** What a moment of the day may use. */
export type Day = {
  ctx: AppContext;
  /** The person with that e-mail. */
  actor(email: string): Actor;
  /** Keeps that photo as the person's upload. @returns its id */
  upload(actor: Actor, photo: WantedPhoto): Promise<string>;
  /** A tracking delivery, worked at once: no worker runs yet. */
  tell(source: TrackingSource, body: unknown): Promise<void>;
};

export type Moment = { at: Date; happen: (day: Day) => Promise<unknown> };

/** A delivery is kept and worked at once: no worker runs yet. */
export async function tell(ctx: AppContext, source: TrackingSource, body: unknown) {
  await receiveTracking(ctx, { source, body: JSON.stringify(body) });
  await applyWaitingTracking(ctx);
}

async function sweep({ ctx }: Day) {
  await recordMoments(ctx);
  await recordReplyMoments(ctx);
}

/** Windows end and answers fall due at any time of a day; so often is near enough. */
const PASS_EVERY = 10 * MINUTE;

async function passDue({ ctx }: Day) {
  await passDueInstructions(ctx);
  await passDueDisputes(ctx);
}

/** Pick-up deadlines lie at 20.00, in WITA an hour before WIB; promotion follows within the minute. */
function sweeps(from: Date, to: Date): Moment[] {
  const moments: Moment[] = [];
  for (let day = from; day < plus(to, DAY); day = plus(day, DAY)) {
    for (const zone of ["Asia/Makassar", "Asia/Jakarta"] as const) {
      const at = plus(atHour(day, zone, 0, 20), MINUTE / 2);
      if (at < to) moments.push({ at, happen: sweep });
    }
  }
  return [...moments, { at: to, happen: sweep }];
}

/** Lets everything happen in the order of time, so that turns, lines and numbers come out as they would have. */
export async function live(day: Day, clock: SettableClock, moments: Moment[], now: Date) {
  const first = new Date(Math.min(...moments.map((moment) => moment.at.getTime())));
  const all = [...moments, ...sweeps(first, now)];
  let passed = first;
  for (const { at, happen } of all.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    clock.set(at);
    if (at >= plus(passed, PASS_EVERY)) {
      await passDue(day);
      passed = at;
    }
    await happen(day);
  }
}
