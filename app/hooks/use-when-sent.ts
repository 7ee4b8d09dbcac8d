import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";

/** Once for each form to that address that was taken: it leads on elsewhere, a refused one stays. */
export function useWhenSent(action: string, onSent: () => void): void {
  const { state, formAction, location } = useNavigation();
  const isSent =
    state === "loading" &&
    formAction === action &&
    location.pathname + location.search !== formAction;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form.
  useEffect(() => {
    if (isSent) onSent();
  }, [isSent]);
}
