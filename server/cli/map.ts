import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { TIME_ZONES, type TimeZone } from "#app/contracts/services.ts";
import { type ToldStage, tellStages } from "#app/domain/tracking/fold-stage.server.ts";
import type { Scan } from "#app/domain/tracking/scan.server.ts";
import { instantOf } from "#app/domain/tracking/source-time.server.ts";
import {
  isTrackingSource,
  TRACKING_SOURCES,
  type TrackingSource,
} from "#app/domain/tracking/sources/index.server.ts";

const USAGE = "npm run -s map -- --source <name> [--origin Asia/Makassar] <file.json>";

/** What the person who started the command can put right. */
class Refusal extends Error {}

type Wanted = { source: TrackingSource; zone: TimeZone; file: string };

function readArguments(): { source?: string; origin: string; files: string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        source: { type: "string" },
        origin: { type: "string", default: "Asia/Jakarta" },
      },
      allowPositionals: true,
    });
    return { ...values, files: positionals };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    throw new Refusal(`${sentence}; the command is ${USAGE}.`);
  }
}

function readWanted(): Wanted {
  const { source, origin, files } = readArguments();
  const names = Object.keys(TRACKING_SOURCES).join(", ");
  if (!source) throw new Refusal(`Name the source with --source, one of ${names}.`);
  if (!isTrackingSource(source))
    throw new Refusal(`There is no source "${source}", only ${names}.`);
  const zone = TIME_ZONES.find((one) => one === origin);
  if (!zone)
    throw new Refusal(`There is no zone "${origin}" of origin, only ${TIME_ZONES.join(", ")}.`);
  const [file, ...more] = files;
  if (!file || more.length > 0) throw new Refusal(`Give one file: ${USAGE}.`);
  return { source, zone, file };
}

function readBody(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(
      `The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  try {
    const body: unknown = JSON.parse(text);
    const isWrapped = typeof body === "object" && body !== null && Object.hasOwn(body, "payload");
    return isWrapped ? (body as { payload: unknown }).payload : body;
  } catch {
    throw new Refusal(`The file ${file} is not JSON.`);
  }
}

/** Each parcel of a delivery has a sequence of its own. */
function tellByResi(scans: Scan[], zone: TimeZone): Map<Scan, ToldStage> {
  const told = new Map<Scan, ToldStage>();
  for (const own of Map.groupBy(scans, (scan) => scan.resi).values()) {
    const rows = own.map(({ meaning, time }) => ({ meaning, at: instantOf(time, zone) }));
    const orderedAt = own.find((scan) => scan.orderedAt)?.orderedAt ?? null;
    const stages = tellStages(rows, instantOf(orderedAt, zone));
    own.forEach((scan, index) => {
      const stage = stages[index];
      if (stage) told.set(scan, stage);
    });
  }
  return told;
}

function toLine(scan: Scan, told: ToldStage | undefined, zone: TimeZone): object {
  const at = instantOf(scan.time, zone);
  return {
    at: at?.toISOString() ?? null,
    stage: told?.stage ?? "unknown",
    rawCode: scan.rawCode,
    rawText: scan.rawText,
    custody: told?.custody ?? false,
    ...(at ? {} : { receivedAt: new Date().toISOString() }),
  };
}

/** Rows with a wall clock only and rows with a zone stand in one order once the origin is known. */
function sortByInstant(scans: Scan[], zone: TimeZone): Scan[] {
  const key = (scan: Scan) => instantOf(scan.time, zone)?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return scans.toSorted((a, b) => key(a) - key(b));
}

function map({ source, zone, file }: Wanted): string[] {
  const read = TRACKING_SOURCES[source](readBody(file));
  if (!read) throw new Refusal(`The file ${file} is not of the form that ${source} sends.`);
  const scans = sortByInstant(read, zone);
  const told = tellByResi(scans, zone);
  return scans.map((scan) => JSON.stringify(toLine(scan, told.get(scan), zone)));
}

try {
  for (const line of map(readWanted())) console.log(line);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
