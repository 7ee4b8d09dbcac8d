/** One line of a benchmark. `ratio` is value / baseline, both taken in the same run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  baseline?: number;
  ratio?: number;
};

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

const round = (value: number) => Math.round(value * 100) / 100;

export const compare = (name: string, unit: string, value: number, baseline: number): Figure => ({
  name,
  value: round(value),
  unit,
  baseline: round(baseline),
  ratio: round(value / baseline),
});
