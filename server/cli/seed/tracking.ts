import { MINUTE, plus } from "./clock.ts";
import type { Moment } from "./day.ts";
import type { SeedCourier } from "./hubs.ts";

const KIRIMINAJA: Record<SeedCourier, string> = {
  idx: "idexpress",
  sicepat: "sicepat",
  jne: "jne",
  jnt: "j&t",
};

/** The callback has no time of its own: it is told when it is received. */
export const callback = (resi: string, code: string, reason = "") => ({
  awb_number: resi,
  client_order_no: "",
  tracking_code: code,
  cancel_reason: reason,
});

type Method = { method: string; time: string };

const METHODS = {
  shipped: { method: "shipped_packages", time: "shipped_at" },
  finished: { method: "finished_packages", time: "finished_at" },
} satisfies Record<string, Method>;

const webhook = ({ method, time }: Method, courier: SeedCourier, resi: string[], at: Date) => ({
  method,
  data: resi.map((awb) => ({ order_id: "", awb, date: null, [time]: at.toISOString() })),
  packages: resi.map((awb) => ({ awb, service: KIRIMINAJA[courier], status: 105 })),
});

/** Word of many parcels at once, with the time of the scan; it comes some minutes after. */
export function webhookMoment(
  what: keyof typeof METHODS,
  courier: SeedCourier,
  resi: string[],
  at: Date,
): Moment {
  const body = webhook(METHODS[what], courier, resi, at);
  return { at: plus(at, 4 * MINUTE), happen: (day) => day.tell("kiriminaja", body) };
}

export const callbackMoments = (resi: string[], code: string, at: Date, reason?: string) =>
  resi.map(
    (one, index): Moment => ({
      at: plus(at, index * 1000),
      happen: (day) => day.tell("everpro", callback(one, code, reason)),
    }),
  );
