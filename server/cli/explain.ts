import { normaliseResi } from "#app/contracts/text.schema.ts";
import type { ParcelExplanation } from "#app/domain/pickup/explain-parcel.server.ts";
import { explainParcels } from "#app/domain/pickup/explain-parcel.server.ts";
import { parseEnv } from "../env.ts";
import { explainPolicy } from "./explain/explain-policy.ts";
import { openDatabase } from "./explain/open-database.ts";
import { readArguments, USAGE } from "./explain/read-arguments.ts";
import { wordClock } from "./explain/word-clock.ts";
import { wordParcel } from "./explain/word-parcel.ts";
import { explainFailure } from "./explain-failure.ts";
import { UsageError } from "./usage-error.ts";

async function findParcel(resi: string, courier?: string): Promise<ParcelExplanation> {
  const { db, close } = await openDatabase(parseEnv());
  try {
    const found = await explainParcels(db, { resi: normaliseResi(resi), courier }, new Date());
    const [parcel, other] = found;
    if (!parcel) throw new UsageError(`No parcel has the resi ${resi}.`);
    if (other)
      throw new UsageError(
        `Several couriers have the resi ${resi}: ${found.map((one) => one.courier).join(", ")}. Add --courier.`,
      );
    return parcel;
  } finally {
    await close();
  }
}

/** The clock's own keys beside the parcel's, as the policy form prints them. */
const flatten = ({ clock, ...parcel }: ParcelExplanation) => ({ ...parcel, ...clock });

async function explain(args: string[]): Promise<string> {
  const asked = readArguments(args);
  if (asked.kind === "policy") {
    const clock = explainPolicy(asked.service, asked.zone, asked.requestedAt);
    return asked.json ? JSON.stringify(clock) : wordClock(clock).join("\n");
  }
  const parcel = await findParcel(asked.resi, asked.courier);
  return asked.json ? JSON.stringify(flatten(parcel)) : wordParcel(parcel).join("\n");
}

try {
  console.log(await explain(process.argv.slice(2)));
} catch (error) {
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n${USAGE}` : explainFailure(error));
  process.exitCode = isUsage ? 2 : 1;
}
