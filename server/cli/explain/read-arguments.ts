import { parseArgs } from "node:util";
import {
  SERVICE_KINDS,
  type ServiceKind,
  TIME_ZONES,
  type TimeZone,
} from "#app/contracts/services.ts";
import { findZone } from "#app/domain/pickup/find-zone.server.ts";
import { dayOfDate, instantOf } from "#app/domain/pickup/local-time.server.ts";
import { COURIERS } from "#db/migrations/reference/couriers.ts";
import { UsageError } from "../usage-error.ts";

export type ExplainArguments =
  | { kind: "resi"; resi: string; courier?: string; json: boolean }
  | { kind: "policy"; service: ServiceKind; zone: TimeZone; requestedAt: Date; json: boolean };

export const USAGE = `npm run -s explain -- <resi> [--courier lion] [--json]
npm run -s explain -- --policy regular --courier lion --origin Asia/Jayapura --requested 2026-03-18T15:59:00+09:00 [--region Bali] [--json]`;

const OPTIONS = {
  policy: { type: "string" },
  courier: { type: "string" },
  origin: { type: "string" },
  region: { type: "string" },
  requested: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(name: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (!found) throw new UsageError(`${name} ${given} is not known. Known: ${known.join(", ")}.`);
  return found;
}

function zoneOf(origin: string | undefined, region: string | undefined): TimeZone {
  const ofRegion = region === undefined ? undefined : findZone(region);
  if (region !== undefined && !ofRegion)
    throw new UsageError(`--region ${region} is no province of Indonesia.`);
  if (origin) return oneOf("--origin", origin, TIME_ZONES);
  if (ofRegion) return ofRegion;
  throw new UsageError("--origin is missing: the zone of the pick-up point, e.g. Asia/Jakarta.");
}

const NAIVE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** With an offset as it says, without one on the origin's wall clock. */
function readInstant(given: string | undefined, zone: TimeZone): Date {
  if (!given) throw new UsageError("--requested is missing, e.g. 2026-03-18T15:59:00+09:00.");
  const [, date = "", hours, minutes, seconds] = NAIVE.exec(given) ?? [];
  const local = date
    ? instantOf(
        dayOfDate(date),
        Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60,
        zone,
      )
    : Number.NaN;
  const at = new Date(ZONED.test(given) ? given : local);
  const isReal =
    !Number.isNaN(at.getTime()) &&
    new Date(`${given.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(given.slice(0, 10));
  if (!isReal)
    throw new UsageError(`--requested ${given} is no time. Write 2026-03-18T15:59:00+09:00.`);
  return at;
}

export function readArguments(args: string[]): ExplainArguments {
  const { values, positionals } = read(args);
  const { json, courier } = values;
  if (values.policy === undefined) {
    const [resi, ...more] = positionals;
    if (!resi || more.length > 0) throw new UsageError("Give one resi, or --policy.");
    return { kind: "resi", resi, courier, json };
  }
  if (positionals.length > 0) throw new UsageError("A resi and --policy do not go together.");
  if (courier)
    oneOf(
      "--courier",
      courier,
      COURIERS.map(([id]) => id),
    );
  const service = oneOf("--policy", values.policy, SERVICE_KINDS);
  const zone = zoneOf(values.origin, values.region);
  return { kind: "policy", service, zone, requestedAt: readInstant(values.requested, zone), json };
}
