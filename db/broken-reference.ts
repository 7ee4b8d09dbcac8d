/** The row that another one names is gone, or it is named still: who asked first has won. */
export const isBrokenReference = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === "23503";
