import type { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import type { Readiness } from "#app/contracts/reports.schema.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import type { SeedCity } from "./hubs.ts";

export type PickupPoint = { origin: ReceivePickupRequest["origin"]; readiness: Readiness };

export type Shop = {
  slug: string;
  name: string;
  city: SeedCity;
  zone: TimeZone;
  /** Who writes; the second one where there is one. */
  people: [string, string?];
  points: [PickupPoint, ...PickupPoint[]];
  goods: string[];
  orderNo: (day: string, digits: string) => string;
};

const MELATI: Shop = {
  slug: "toko-melati",
  name: "Toko Melati",
  city: "Bandung",
  zone: "Asia/Jakarta",
  people: ["sari@tokomelati.example", "dimas@tokomelati.example"],
  goods: [
    "Gamis katun rayon",
    "Hijab pashmina",
    "Kemeja flanel pria",
    "Mukena travel",
    "Kaos polos cotton combed",
    "Jaket bomber",
    "Celana kulot linen",
  ],
  orderNo: (day, digits) => `INV/${day}/MPL/${digits}`,
  points: [
    {
      origin: {
        contact_name: "Sari Wulandari",
        contact_phone: "081200001147",
        address: "Jl. Terusan Melati No. 12",
        village: "Sukamaju",
        district: "Cibeunying Kidul",
        city: "Kota Bandung",
        province: "Jawa Barat",
        postal_code: "40121",
        coordinates: { latitude: -6.8973, longitude: 107.6335 },
      },
      readiness: {
        street: "Jl. Terusan Melati No. 12",
        rt: "03",
        rw: "07",
        ward: "Sukamaju",
        landmark: "Rumah cat hijau pagar putih, seberang warung Bu Entin",
        whatsapp: "081200001147",
      },
    },
    {
      origin: {
        contact_name: "Dimas Prakoso",
        contact_phone: "081300002260",
        address: "Gudang Melati, Jl. Mekar Puspita No. 8A",
        village: "Mekarwangi",
        district: "Bojongloa Kidul",
        city: "Kota Bandung",
        province: "Jawa Barat",
        postal_code: "40237",
        coordinates: { latitude: -6.9524, longitude: 107.5993 },
      },
      readiness: {
        street: "Jl. Mekar Puspita No. 8A",
        rt: "05",
        rw: "02",
        ward: "Mekarwangi",
        landmark: "Ruko gudang roller door biru, sebelah bengkel motor",
        whatsapp: "081300002260",
      },
    },
  ],
};

const GADGET: Shop = {
  slug: "rumah-gadget",
  name: "Rumah Gadget",
  city: "Surabaya",
  zone: "Asia/Jakarta",
  people: ["budi@rumahgadget.example"],
  goods: [
    "Softcase + tempered glass",
    "Charger 33W Type-C",
    "TWS bluetooth",
    "Powerbank 10.000 mAh",
    "Smartwatch",
    "Kabel data braided 2 m",
  ],
  orderNo: (day, digits) => `${day.slice(2)}${digits.slice(0, 3)}RG${digits.slice(3, 7)}`,
  points: [
    {
      origin: {
        contact_name: "Budi Santoso",
        contact_phone: "081700003391",
        address: "Jl. Kedung Tarukan Baru No. 45",
        village: "Pacar Kembang",
        district: "Tambaksari",
        city: "Kota Surabaya",
        province: "Jawa Timur",
        postal_code: "60138",
        coordinates: { latitude: -7.2476, longitude: 112.768 },
      },
      readiness: {
        street: "Jl. Kedung Tarukan Baru No. 45",
        rt: "02",
        rw: "09",
        ward: "",
        landmark: "Toko spanduk kuning Rumah Gadget, depan apotek",
        whatsapp: "081700003391",
      },
    },
  ],
};

const BALI: Shop = {
  slug: "bali-craft",
  name: "Bali Craft",
  city: "Denpasar",
  zone: "Asia/Makassar",
  people: ["ayu@balicraft.example"],
  goods: [
    "Tas rotan bulat",
    "Dream catcher",
    "Kain tenun endek",
    "Patung kayu garuda",
    "Sabun herbal",
  ],
  orderNo: (_day, digits) => `BC-${digits.slice(0, 6)}`,
  points: [
    {
      origin: {
        contact_name: "Ni Made Ayu",
        contact_phone: "085700004418",
        address: "Jl. Tukad Balian Gang Merpati No. 3",
        village: "Renon",
        district: "Denpasar Selatan",
        city: "Kota Denpasar",
        province: "Bali",
        postal_code: "80226",
        coordinates: { latitude: -8.6569, longitude: 115.2358 },
      },
      readiness: {
        street: "Jl. Tukad Balian Gang Merpati No. 3",
        rt: "",
        rw: "",
        ward: "Banjar Kaja",
        landmark: "Masuk gang samping Pura, rumah ketiga kanan angkul-angkul bata merah",
        whatsapp: "085700004418",
      },
    },
  ],
};

export const SHOPS = { melati: MELATI, gadget: GADGET, bali: BALI } as const;
export type ShopKey = keyof typeof SHOPS;
