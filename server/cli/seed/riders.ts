import type { SeedCity, SeedCourier } from "./hubs.ts";
import type { Random } from "./random.ts";

export type Rider = { name: string; phone: string; plate: string };

const NAMES: Record<SeedCity, string[]> = {
  Bandung: ["Asep Sunandar", "Dadan Ramdani", "Ujang Hidayat", "Cecep Permana", "Iwan Gunawan"],
  Surabaya: ["Eko Prasetyo", "Slamet Riyadi", "Joko Susilo", "Bayu Nugroho"],
  Denpasar: ["I Wayan Sudarma", "I Ketut Artana", "I Made Suwirya"],
};

const PLATE: Record<SeedCity, string> = { Bandung: "D", Surabaya: "L", Denpasar: "DK" };
const LETTERS = [..."ABCDEFGHJKLNPRSTUVXZ"];

/** Someone who could come; the plate belongs to the city. */
export function pickRider(city: SeedCity, random: Random): Rider {
  const tail = Array.from({ length: random.int(2, 3) }, () => random.pick(LETTERS)).join("");
  return {
    name: random.pick(NAMES[city]),
    phone: `08${random.pick(["12", "13", "21", "57", "77"])}0000${random.digits(4)}`,
    plate: `${PLATE[city]} ${random.int(2011, 6899)} ${tail}`,
  };
}

const RESI: Record<SeedCourier, (random: Random) => string> = {
  idx: (random) => `${random.pick(["IDE", "IDE", "IDM"])}0${random.digits(9)}`,
  sicepat: (random) => `00${random.int(3, 5)}${random.digits(9)}`,
  jne: (random) => `${random.pick(["54", "88"])}${random.digits(13)}`,
  jnt: (random) => `${random.pick(["JP", "JP", "JX", "JO"])}${random.digits(10)}`,
};

export const newResi = (courier: SeedCourier, random: Random) => RESI[courier](random);
