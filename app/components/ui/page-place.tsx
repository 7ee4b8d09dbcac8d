import { ScrollRestoration } from "@remix-run/react";
import { useContext, useRef } from "react";
import { UNSAFE_DataRouterStateContext as RouterState } from "react-router-dom";

/**
 * Where on a page one is: at its top on arrival, where one was on coming back. A page that only
 * renews itself stays where it is; the router alone would take it back to where the renewal began
 * (until its version 7: https://github.com/remix-run/react-router/issues/12157).
 */
export function PagePlace({ nonce }: { nonce: string | undefined }) {
  const now = useContext(RouterState);
  const arrived = useRef(now);
  // A place that is kept from before a reload is told over the same data; a renewal brings new ones.
  const isRenewed =
    now?.location === arrived.current?.location && now?.loaderData !== arrived.current?.loaderData;
  if (!isRenewed) arrived.current = now;
  return (
    <RouterState.Provider value={arrived.current}>
      <ScrollRestoration nonce={nonce} />
    </RouterState.Provider>
  );
}
