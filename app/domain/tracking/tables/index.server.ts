import { ANTERAJA } from "./anteraja.server.ts";
import { BITESHIP } from "./biteship.server.ts";
import type { CodeTable } from "./code-table.server.ts";
import { EVERPRO } from "./everpro.server.ts";
import { GOSEND } from "./gosend.server.ts";
import { IDX } from "./idx.server.ts";
import { JNE } from "./jne.server.ts";
import { JNT } from "./jnt.server.ts";
import { KIRIMINAJA_2024, KIRIMINAJA_2026 } from "./kiriminaja.server.ts";
import { LION } from "./lion.server.ts";
import { NINJA } from "./ninja.server.ts";
import { PCP } from "./pcp.server.ts";
import { POS } from "./pos.server.ts";
import { RPX } from "./rpx.server.ts";
import { SAP } from "./sap.server.ts";
import { SHIPPER } from "./shipper.server.ts";
import { SHOPEE } from "./shopee.server.ts";
import { SICEPAT } from "./sicepat.server.ts";
import { TIKI } from "./tiki.server.ts";

/** Versions of each vocabulary, the oldest first. */
export const TABLES: Readonly<Record<string, readonly CodeTable[]>> = {
  everpro: [EVERPRO],
  kiriminaja: [KIRIMINAJA_2024, KIRIMINAJA_2026],
  biteship: [BITESHIP],
  shipper: [SHIPPER],
  sicepat: [SICEPAT],
  jne: [JNE],
  jnt: [JNT],
  idx: [IDX],
  ninja: [NINJA],
  lion: [LION],
  sap: [SAP],
  pos: [POS],
  anteraja: [ANTERAJA],
  gosend: [GOSEND],
  shopee: [SHOPEE],
  tiki: [TIKI],
  rpx: [RPX],
  pcp: [PCP],
  // Rows of an aggregator whose courier is not known.
  binderbyte: [
    { vocabulary: "binderbyte", version: "2026-11-1", codes: {}, texts: [], quotesCouriers: true },
  ],
};

/** Whose texts are asked for a row that names no courier. */
export const COURIERS_WITH_TEXTS = [
  "sicepat",
  "jne",
  "jnt",
  "idx",
  "ninja",
  "lion",
  "sap",
  "pos",
  "tiki",
  "rpx",
  "pcp",
] as const;
