import { useRouteLoaderData } from "@remix-run/react";
import type { Viewer } from "../contracts/views.ts";

/** Who is signed in, as the root route was told; null before the sign-in. */
export const useViewer = (): Viewer | null =>
  (useRouteLoaderData("root") as { viewer: Viewer | null } | undefined)?.viewer ?? null;
