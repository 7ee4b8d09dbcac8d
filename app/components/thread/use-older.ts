import { useCallback, useState } from "react";
import type { LiveThread } from "../../hooks/use-thread.ts";
import type { Older } from "./older-entries.tsx";

/** Earlier pages, and whether the last one asked for has come. */
export function useOlder({ hasOlder, isLoadingOlder, loadOlder }: LiveThread): Older {
  const [hasFailed, setHasFailed] = useState(false);
  // A failure stands until the page has come: its line going first would move what is read.
  const load = useCallback(async () => setHasFailed(!(await loadOlder())), [loadOlder]);
  return { hasOlder, isLoading: isLoadingOlder, hasFailed, load };
}
