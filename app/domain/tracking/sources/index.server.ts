import type { TrackingSource } from "#app/contracts/tracking.ts";
import type { ReadScans } from "../scan.server.ts";
import { readAggregator } from "./aggregator.server.ts";
import { readBiteship } from "./biteship.server.ts";
import { readEverpro } from "./everpro.server.ts";
import { readIdx } from "./idx.server.ts";
import { readJne } from "./jne.server.ts";
import { readJnt } from "./jnt.server.ts";
import { readKiriminAja } from "./kiriminaja.server.ts";
import { readLion } from "./lion.server.ts";
import { readNinja } from "./ninja.server.ts";
import { readSap } from "./sap.server.ts";
import { readSiCepat } from "./sicepat.server.ts";

/** One adapter a file, under the name in its webhook's address. */
export const TRACKING_SOURCES = {
  everpro: readEverpro,
  kiriminaja: readKiriminAja,
  biteship: readBiteship,
  ninja: readNinja,
  lion: readLion,
  sicepat: readSiCepat,
  jne: readJne,
  jnt: readJnt,
  idx: readIdx,
  sap: readSap,
  binderbyte: readAggregator,
} satisfies Record<TrackingSource, ReadScans>;

export const isTrackingSource = (name: string): name is TrackingSource =>
  Object.hasOwn(TRACKING_SOURCES, name);
