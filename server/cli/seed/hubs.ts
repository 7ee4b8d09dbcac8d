import type { Db } from "#app/context.ts";

export type SeedCourier = "idx" | "sicepat" | "jne" | "jnt";
export type SeedCity = "Bandung" | "Surabaya" | "Denpasar";

const PROVINCE: Record<SeedCity, string> = {
  Bandung: "Jawa Barat",
  Surabaya: "Jawa Timur",
  Denpasar: "Bali",
};

const HUBS: Record<SeedCourier, Record<SeedCity, string[]>> = {
  idx: {
    Bandung: ["IDX Hub Cibaduyut", "IDX Hub Antapani"],
    Surabaya: ["IDX Hub Rungkut", "IDX Hub Tandes"],
    Denpasar: ["IDX Hub Gatot Subroto"],
  },
  sicepat: {
    Bandung: ["SiCepat Bandung Buah Batu", "SiCepat Bandung Cicendo"],
    Surabaya: ["SiCepat Surabaya Wonokromo"],
    Denpasar: ["SiCepat Denpasar Teuku Umar"],
  },
  jne: {
    Bandung: ["JNE Bandung Soekarno Hatta"],
    Surabaya: ["JNE Surabaya Kertajaya", "JNE Surabaya Margomulyo"],
    Denpasar: ["JNE Denpasar Sanur"],
  },
  jnt: {
    Bandung: ["J&T DC Bandung Kopo"],
    Surabaya: ["J&T DC Surabaya Kenjeran"],
    Denpasar: ["J&T DC Denpasar Mahendradatta"],
  },
};

export const hubsOf = (courier: SeedCourier, city: SeedCity) => HUBS[courier][city];

const rows = Object.entries(HUBS).flatMap(([courier_id, cities]) =>
  Object.entries(cities).flatMap(([city, names]) =>
    names.map((name) => ({ courier_id, name, city, province: PROVINCE[city as SeedCity] })),
  ),
);

export const seedHubs = (db: Db) =>
  db.as("system", (tx) => tx.insertInto("hubs").values(rows).execute());
