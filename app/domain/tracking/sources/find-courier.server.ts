/** Our couriers and other vocabularies by the names under which platforms and aggregators know them. */
const NAMES: Record<string, readonly string[]> = {
  jne: ["JNE", "JNEEXPRESS"],
  jnt: ["JNT", "JT", "JNTEXPRESS", "JTEXPRESS"],
  jnt_cargo: ["JNTCARGO", "JTCARGO"],
  sicepat: ["SICEPAT", "SICEPATEXPRESS", "SICEPATEKSPRES"],
  idx: ["IDX", "IDE", "IDEXPRESS"],
  ninja: ["NINJA", "NINJAXPRESS", "NINJAEXPRESS", "NINJAVAN"],
  lion: ["LION", "LIONPARCEL"],
  anteraja: ["ANTERAJA"],
  sap: ["SAP", "SAPEXPRESS"],
  pos: ["POS", "POSINDONESIA"],
  tiki: ["TIKI"],
  rpx: ["RPX"],
  pcp: ["PCP", "PCPEXPRESS"],
  paxel: ["PAXEL"],
  gosend: ["GOSEND", "GOJEK"],
  grab: ["GRAB", "GRABEXPRESS"],
  borzo: ["BORZO"],
  spx: ["SPX", "SPXEXPRESS", "SHOPEEEXPRESS"],
  sentral: ["SENTRAL", "SENTRALCARGO"],
  indah: ["INDAH", "INDAHLOGISTIK", "INDAHCARGO"],
  ncs: ["NCS"],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([courier, names]) => names.map((name) => [name, courier])),
);

/** Null: a name of nobody we know. */
export const findCourier = (name: string | null | undefined): string | null =>
  BY_NAME.get((name ?? "").toUpperCase().replace(/[^A-Z]/g, "")) ?? null;
