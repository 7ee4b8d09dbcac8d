import type { TimeZone } from "#app/contracts/services.ts";

/** The 38 provinces by IANA zone (zone.tab, Keppres 41/1987). */
const PROVINCES: Record<TimeZone, readonly string[]> = {
  "Asia/Jakarta": [
    "Aceh",
    "Sumatera Utara",
    "Sumatera Barat",
    "Riau",
    "Jambi",
    "Sumatera Selatan",
    "Bengkulu",
    "Lampung",
    "Kepulauan Bangka Belitung",
    "Kepulauan Riau",
    "Daerah Khusus Ibukota Jakarta",
    "Jawa Barat",
    "Jawa Tengah",
    "Daerah Istimewa Yogyakarta",
    "Jawa Timur",
    "Banten",
  ],
  "Asia/Makassar": [
    "Bali",
    "Nusa Tenggara Barat",
    "Nusa Tenggara Timur",
    "Kalimantan Selatan",
    "Kalimantan Timur",
    "Kalimantan Utara",
    "Sulawesi Utara",
    "Sulawesi Tengah",
    "Sulawesi Selatan",
    "Sulawesi Tenggara",
    "Gorontalo",
    "Sulawesi Barat",
  ],
  "Asia/Pontianak": ["Kalimantan Barat", "Kalimantan Tengah"],
  "Asia/Jayapura": [
    "Maluku",
    "Maluku Utara",
    "Papua",
    "Papua Barat",
    "Papua Selatan",
    "Papua Tengah",
    "Papua Pegunungan",
    "Papua Barat Daya",
  ],
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");

const ZONES = new Map(
  Object.entries(PROVINCES).flatMap(([zone, names]) =>
    names.map((name) => [plain(name), zone as TimeZone] as const),
  ),
);

const SHORT_NAMES: Record<string, string> = {
  jakarta: "daerahkhususibukotajakarta",
  dkijakarta: "daerahkhususibukotajakarta",
  daerahkhususjakarta: "daerahkhususibukotajakarta",
  yogyakarta: "daerahistimewayogyakarta",
  diyogyakarta: "daerahistimewayogyakarta",
  bangkabelitung: "kepulauanbangkabelitung",
};

const NAMES = new Map(
  Object.values(PROVINCES).flatMap((names) => names.map((name) => [plain(name), name] as const)),
);

/** The province as the list writes it. */
export const provinceOf = (typed: string): string | undefined => {
  const name = plain(typed);
  return NAMES.get(name) ?? NAMES.get(SHORT_NAMES[name] ?? "");
};

export const PROVINCE_NAMES = [...NAMES.values()].sort();

/** Undefined for a province that is not in the list. */
export function findZone(province: string): TimeZone | undefined {
  const name = plain(province);
  return ZONES.get(name) ?? ZONES.get(SHORT_NAMES[name] ?? "");
}
