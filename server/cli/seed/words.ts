import { localTime } from "./clock.ts";
import { hubsOf } from "./hubs.ts";
import { sayWindow, type Window } from "./promises.ts";
import type { Random } from "./random.ts";
import type { PlannedRequest } from "./requests.ts";
import { pickRider, type Rider } from "./riders.ts";
import type { Shop } from "./shops.ts";

const COURIER_NAMES = { idx: "ID Express", sicepat: "SiCepat", jne: "JNE", jnt: "J&T" } as const;

function greeting(at: Date, { zone }: Shop) {
  const { hour } = localTime(at, zone);
  if (hour < 11) return "Pagi";
  if (hour < 15) return "Siang";
  return hour < 18 ? "Sore" : "Malam";
}

export const dashed = (phone: string) => phone.replace(/^(\d{4})(\d{4})/, "$1-$2-");

export type Cast = { rider: Rider; fill: (text: string, at: Date, window?: Window) => string };

/** Names, places and times for the blanks of a script, as they are at that moment. */
export function castFor(request: PlannedRequest, writer: string, random: Random): Cast {
  const { shop, point, courier } = request;
  const rider = pickRider(shop.city, random);
  const known: Record<string, string> = {
    resi: request.resi[0] ?? "",
    jml: String(request.resi.length),
    barang: request.goods.toLowerCase(),
    toko: shop.name,
    pic: writer,
    ekspedisi: COURIER_NAMES[courier],
    hub: random.pick(hubsOf(courier, shop.city)),
    kecamatan: point.origin.district,
    kurir: rider.name,
    hp: dashed(rider.phone),
    plat: rider.plate,
    wa: dashed(point.readiness.whatsapp),
    alamat: point.readiness.street,
    patokan: point.readiness.landmark,
    cs: "Nadia",
    lead: "Yoga",
  };
  const fill: Cast["fill"] = (text, at, window) =>
    text.replace(/\{(\w+)\}/g, (_blank, name: string) => {
      if (name === "Salam") return greeting(at, shop);
      if (name === "jendela" && window) return sayWindow(window, at, shop.zone);
      const word = known[name];
      if (word === undefined) throw new Error(`No word for {${name}} in: ${text}`);
      return word;
    });
  return { rider, fill };
}
