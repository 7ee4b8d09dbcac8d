/**
 * No courier publishes its pick-up limit: these defaults are our own, and so is every number without a source.
 * Times are origin-local. `target`: operating days from the day counted from to the day of the pick-up.
 */
export type PolicySeed = {
  courier?: string;
  service: string;
  cutoff: string | null;
  target: number;
  limit: { days: number; at: string } | { minutes: number };
  operatingDays: number[];
  autoCancelDays: number | null;
  warnBeforeMinutes: number;
  source: string;
};

const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const common = { target: 0, warnBeforeMinutes: 60, source: "default" };

export const DEFAULT_POLICIES: readonly PolicySeed[] = [
  {
    ...common,
    service: "regular",
    cutoff: "16:00",
    limit: { days: 1, at: "20:00" },
    operatingDays: MONDAY_TO_SATURDAY,
    autoCancelDays: 3,
  },
  {
    ...common,
    service: "next_day",
    cutoff: "14:00",
    limit: { days: 0, at: "20:00" },
    operatingDays: MONDAY_TO_SATURDAY,
    autoCancelDays: 3,
  },
  {
    ...common,
    service: "same_day",
    cutoff: "10:00",
    limit: { days: 0, at: "14:00" },
    operatingDays: EVERY_DAY,
    autoCancelDays: 3,
  },
  {
    ...common,
    service: "instant",
    cutoff: null,
    limit: { minutes: 60 },
    operatingDays: EVERY_DAY,
    autoCancelDays: 3,
    warnBeforeMinutes: 30,
  },
  {
    ...common,
    service: "cargo",
    cutoff: "14:00",
    target: 1,
    limit: { days: 2, at: "18:00" },
    operatingDays: MONDAY_TO_SATURDAY,
    autoCancelDays: 3,
  },
  {
    ...common,
    service: "drop_off",
    cutoff: null,
    limit: { days: 1, at: "20:00" },
    operatingDays: MONDAY_TO_SATURDAY,
    autoCancelDays: null,
  },
];

const regular = DEFAULT_POLICIES[0] as PolicySeed;
const sameDay = DEFAULT_POLICIES[2] as PolicySeed;

/** What a public source says of one courier. */
export const COURIER_POLICIES: readonly PolicySeed[] = [
  {
    ...regular,
    courier: "jne",
    cutoff: "14:00",
    source: "help.biteship.com 47700574011417 (example value)",
  },
  {
    ...sameDay,
    courier: "jnt",
    cutoff: "10:00",
    source: "KiriminAja service list, July 2026",
  },
  {
    ...sameDay,
    courier: "paxel",
    cutoff: "14:00",
    limit: { days: 0, at: "20:00" },
    source: "KiriminAja service list, July 2026",
  },
];
