import { cpus } from "node:os";

const sum = () =>
  cpus().reduce(
    (all, { times }) => ({
      idle: all.idle + times.idle,
      whole: all.whole + Object.values(times).reduce((a, b) => a + b, 0),
    }),
    { idle: 0, whole: 0 },
  );

/** Percent of the processors' time that nobody wanted, from now until asked. */
export function watchIdle(): () => number {
  const before = sum();
  return () => {
    const after = sum();
    return (100 * (after.idle - before.idle)) / Math.max(1, after.whole - before.whole);
  };
}
