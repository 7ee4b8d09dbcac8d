/** Milliseconds, and both ends of a range. */
export type Range = readonly [from: number, to: number];

export type Plan = {
  kills: number;
  /** After so much of the minute from the request to the deadline comes the warning. */
  warnPercent: number;
  /** Requests booked while no worker has ever run, and how old they are then. */
  early: { requests: number; ages: readonly Range[] };
  /** Requests booked while workers live and die. */
  stream: { ms: number; everyMs: number; age: Range };
  /** How many parcels one request has. */
  parcels: Range;
  /** How long kills go on. */
  strikeMs: number;
  restartMs: Range;
  /** How long everything stays down. */
  blackoutMs: number;
  /** After the last moment is written: time for what would write it twice. */
  quietMs: number;
};

export const fullPlan = (kills: number): Plan => ({
  kills,
  warnPercent: 50,
  early: {
    requests: 30,
    ages: [
      [61_000, 90_000],
      [35_000, 50_000],
    ],
  },
  stream: { ms: 75_000, everyMs: 1_250, age: [0, 45_000] },
  parcels: [1, 6],
  strikeMs: 125_000,
  restartMs: [1_000, 3_000],
  blackoutMs: 10_000,
  quietMs: 17_000,
});
