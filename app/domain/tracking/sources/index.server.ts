import type { ReadScans } from "../scan.server.ts";
import { readEverpro } from "./everpro.server.ts";
import { readKiriminAja } from "./kiriminaja.server.ts";

/** One adapter a file, under the name in its webhook's address. */
export const TRACKING_SOURCES = {
  everpro: readEverpro,
  kiriminaja: readKiriminAja,
} satisfies Record<string, ReadScans>;

export type TrackingSource = keyof typeof TRACKING_SOURCES;

export const isTrackingSource = (name: string): name is TrackingSource =>
  Object.hasOwn(TRACKING_SOURCES, name);
