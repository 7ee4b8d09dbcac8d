import type { ObjectStore } from "#storage/object-store.ts";

/** Where in the life of an upload its process dies: before, among or behind its three objects, or at any time. */
export const PHASES = ["after-puts", "before-put", "between-puts", "any-time"] as const;
export type Phase = (typeof PHASES)[number];

const PUTS: Partial<Record<Phase, number>> = {
  "before-put": 0,
  "between-puts": 1,
  "after-puts": 3,
};
/** Longer than a process of these runs lives. */
const LAZY_MS = 60_000;

const die = () => process.kill(process.pid, "SIGKILL");

/** The same store in a process that ends at the phase that is armed. */
export function dyingStore(store: ObjectStore, { isLazy }: { isLazy: boolean }) {
  let armed: Phase | undefined;
  let done = 0;
  const dieAt = (count: number) => {
    if (armed && PUTS[armed] === count) die();
  };
  const put: ObjectStore["put"] = async (key, source) => {
    dieAt(done);
    await store.put(key, source);
    done += 1;
    dieAt(done);
  };
  /** Says that it is done, and means to do it. */
  const putLater: ObjectStore["put"] = async (key, source) => {
    setTimeout(() => store.put(key, source), LAZY_MS).unref();
  };
  return {
    store: { ...store, put: isLazy ? putLater : put },
    arm(phase: Phase) {
      armed = phase;
      done = 0;
    },
  };
}
