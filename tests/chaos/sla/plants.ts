/** The module that each planted fault stands in for. */
export const PLANTS: Record<string, string> = {
  "no-sweep": "#server/jobs/sweep.ts",
  "receipt-time": "#db/queries/moments.ts",
  "no-conflict": "#db/queries/moments.ts",
};
