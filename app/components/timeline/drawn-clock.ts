import type { Instant } from "../../contracts/views.ts";

/** Where the present stands in the picture, and what it says. Pixels from above. */
export type OverviewFrame = {
  /** Epoch milliseconds at the left and the right edge. */
  from: number;
  to: number;
  /** Null while the pick-up lasts: the present moves. */
  endedAt: number | null;
  /** Top of the line of words, of the band and of what is below the lanes. */
  line: number;
  band: number;
  end: number;
};

/** What the server draws of a clock. All but the frame and the words is markup. */
export type DrawnClock = {
  why: string;
  /** Why hours do not count, by the instant from which they do not. */
  idle: Record<Instant, string>;
  statuses: string;
  overview: string;
  frame: OverviewFrame;
  /** "Now, 2 days late" */
  present: string;
};
