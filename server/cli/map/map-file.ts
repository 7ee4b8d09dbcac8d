import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { TIME_ZONES, type TimeZone } from "#app/contracts/services.ts";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { isTrackingSource, TRACKING_SOURCES } from "#app/domain/tracking/sources/index.server.ts";
import { type ToldRow, tellRows } from "#app/domain/tracking/tell-rows.server.ts";
import { UsageError } from "../usage-error.ts";

const USAGE = "npm run -s map -- --source <name> [--origin Asia/Makassar] <file.json>";

type Wanted = { source: TrackingSource; zone: TimeZone; file: string };

function readArguments(args: string[]): { source?: string; origin: string; files: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        source: { type: "string" },
        origin: { type: "string", default: "Asia/Jakarta" },
      },
      allowPositionals: true,
    });
    return { ...values, files: positionals };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    throw new UsageError(`${sentence}; the command is ${USAGE}.`);
  }
}

function readWanted(args: string[]): Wanted {
  const { source, origin, files } = readArguments(args);
  const names = Object.keys(TRACKING_SOURCES).join(", ");
  if (!source) throw new UsageError(`Name the source with --source, one of ${names}.`);
  if (!isTrackingSource(source))
    throw new UsageError(`There is no source "${source}", only ${names}.`);
  const zone = TIME_ZONES.find((one) => one === origin);
  if (!zone)
    throw new UsageError(`There is no zone "${origin}" of origin, only ${TIME_ZONES.join(", ")}.`);
  const [file, ...more] = files;
  if (!file || more.length > 0) throw new UsageError(`Give one file: ${USAGE}.`);
  return { source, zone, file };
}

function readBody(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(
      `The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  try {
    const body: unknown = JSON.parse(text);
    const isWrapped = typeof body === "object" && body !== null && Object.hasOwn(body, "payload");
    return isWrapped ? (body as { payload: unknown }).payload : body;
  } catch {
    throw new UsageError(`The file ${file} is not JSON.`);
  }
}

function toLine({ scan, at, stage, custody }: ToldRow): string {
  return JSON.stringify({
    at: at?.toISOString() ?? null,
    stage,
    rawCode: scan.rawCode,
    rawText: scan.rawText,
    custody,
    ...(at ? {} : { receivedAt: new Date().toISOString() }),
  });
}

/** What a tracking file means, a line of JSON for each row of it. Throws a `UsageError` where that cannot be said. */
export function mapFile(args: string[]): string[] {
  const { source, zone, file } = readWanted(args);
  const scans = TRACKING_SOURCES[source](readBody(file));
  if (!scans) throw new UsageError(`The file ${file} is not of the form that ${source} sends.`);
  return tellRows(scans, zone).map(toLine);
}
