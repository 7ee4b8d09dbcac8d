/** Height of a line of words, and from its top to the foot of its letters. */
export const ROW = 18;
export const BASELINE = 13;

/** Share of the way, in percent; what lies outside is at the edge. */
export const placeIn = ({ from, to }: { from: number; to: number }, at: number): number =>
  Math.round(Math.min(1, Math.max(0, (at - from) / (to - from))) * 10_000) / 100;

/** Text never leaves the picture where it grows away from the nearer edge. */
export const anchorAt = (percent: number): "start" | "middle" | "end" =>
  percent < 34 ? "start" : percent > 66 ? "end" : "middle";
