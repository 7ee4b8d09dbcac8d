type Line = { saveData?: boolean; effectiveType?: string; downlink?: number };

/** Up is about half of it: three megabytes take half a minute. Browsers blur the figure by a tenth. */
const SLOW_MBITS = 2;

/** Whether each megabyte costs the person time or quota. What the browser does not say, a touch device is taken for. */
export function isSlowLine(line: Line | undefined, isTouch: boolean): boolean {
  if (!line) return isTouch;
  const { saveData, effectiveType, downlink } = line;
  if (saveData || /^(slow-2g|2g|3g)$/.test(effectiveType ?? "")) return true;
  return downlink !== undefined && downlink < SLOW_MBITS;
}

export const isLineSlow = (): boolean =>
  isSlowLine(
    (navigator as { connection?: Line }).connection,
    window.matchMedia("(pointer: coarse)").matches,
  );
