import { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import { receivePickupRequest } from "#app/domain/pickup/receive-pickup-request.server.ts";
import { atHour, localTime, MINUTE, plus } from "./clock.ts";
import type { Moment } from "./day.ts";
import type { SeedCourier } from "./hubs.ts";
import type { Random } from "./random.ts";
import { newResi } from "./riders.ts";
import type { PickupPoint, Shop } from "./shops.ts";

export type PlannedRequest = {
  shop: Shop;
  point: PickupPoint;
  courier: SeedCourier;
  service: ServiceKind;
  requestedAt: Date;
  goods: string;
  resi: string[];
};

type Wanted = Omit<PlannedRequest, "resi" | "goods" | "point"> & { parcels: number };

export function planRequest(wanted: Wanted, random: Random, taken: Set<string>): PlannedRequest {
  const { parcels, ...request } = wanted;
  const resi: string[] = [];
  while (resi.length < parcels) {
    const one = newResi(wanted.courier, random);
    if (taken.has(one)) continue;
    taken.add(one);
    resi.push(one);
  }
  return {
    ...request,
    point: random.pick(wanted.shop.points),
    goods: random.pick(wanted.shop.goods),
    resi,
  };
}

/** Three windows a day as sellers choose them; the next day's first one when today is over. */
function windowOf({ requestedAt, service, shop }: PlannedRequest) {
  if (service === "drop_off") return null;
  const hour = localTime(requestedAt, shop.zone).hour;
  const [days, start, end] = hour < 10 ? [0, 11, 14] : hour < 13 ? [0, 14, 17] : [1, 9, 12];
  return {
    start: atHour(requestedAt, shop.zone, days, start).toISOString(),
    end: atHour(requestedAt, shop.zone, days, end).toISOString(),
  };
}

/** As the platform would send it, through the same schema. */
export function requestMoment(request: PlannedRequest, number: number, random: Random): Moment {
  const { shop, requestedAt } = request;
  const day = localTime(requestedAt, shop.zone).toPlainDate().toString().replaceAll("-", "");
  const input = ReceivePickupRequest.parse({
    id: `PU-${day}-${String(number).padStart(4, "0")}`,
    seller: shop.slug,
    courier: request.courier,
    service: request.service,
    requested_at: requestedAt.toISOString(),
    window: windowOf(request),
    origin: request.point.origin,
    parcels: request.resi.map((resi, at) => ({
      resi,
      order_no: shop.orderNo(day, random.digits(10)),
      description: at === 0 ? request.goods : random.pick(shop.goods),
    })),
  });
  return { at: plus(requestedAt, 2000), happen: ({ ctx }) => receivePickupRequest(ctx, input) };
}

/** Undefined where no policy says one. */
export type DeadlineOf = (request: {
  courier: SeedCourier;
  service: ServiceKind;
  shop: Shop;
  requestedAt: Date;
}) => Date | undefined;

const DAYS_BACK = 21;
const HOURS = [9, 10, 11, 13, 14, 15, 17, 18];

/** Believable moments before `before`, the latest day first. */
function* momentsBefore(before: Date, zone: TimeZone, random: Random) {
  const just = plus(before, -random.int(5, 90) * MINUTE);
  if (localTime(just, zone).hour >= 7) yield just;
  for (let back = 0; back < DAYS_BACK; back += 1) {
    const hours = HOURS.map((hour) => ({ hour, rank: random.next() }));
    for (const { hour } of hours.sort((a, b) => a.rank - b.rank)) {
      const at = atHour(before, zone, -back, hour, random.int(0, 59));
      if (at <= before) yield at;
    }
  }
}

/** When it was requested, so that its deadline lies as wished. */
export function findRequestTime(
  request: Parameters<DeadlineOf>[0],
  before: Date,
  wish: (deadline: Date) => boolean,
  deadlineOf: DeadlineOf,
  random: Random,
): Date | undefined {
  for (const requestedAt of momentsBefore(before, request.shop.zone, random)) {
    const deadline = deadlineOf({ ...request, requestedAt });
    if (deadline && wish(deadline)) return requestedAt;
  }
  return undefined;
}
