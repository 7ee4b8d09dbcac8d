import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the server's markup and the first render over it. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
