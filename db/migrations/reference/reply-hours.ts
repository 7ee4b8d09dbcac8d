/** When a side answers, and within how many of those minutes; no target: nobody holds them to one. Minutes of the day. */
export type ReplyHoursSeed = {
  side: "seller" | "courier" | "support";
  days: number[];
  open: number;
  close: number;
  zone: string;
  targetMinutes: number | null;
  source: string;
};

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export const REPLY_HOURS: readonly ReplyHoursSeed[] = [
  {
    side: "support",
    days: EVERY_DAY,
    open: 480,
    close: 1200,
    zone: "Asia/Jakarta",
    targetMinutes: 60,
    source: "CS 08.00-20.00 WIB (Everpro guide), target default",
  },
  {
    side: "courier",
    days: [1, 2, 3, 4, 5, 6],
    open: 480,
    close: 1200,
    zone: "Asia/Jakarta",
    targetMinutes: 120,
    source: "default",
  },
  {
    side: "seller",
    days: EVERY_DAY,
    open: 0,
    close: 1440,
    zone: "Asia/Jakarta",
    targetMinutes: null,
    source: "default",
  },
];
