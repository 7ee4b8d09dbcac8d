import { normaliseResi } from "#app/contracts/text.schema.ts";
import type { ParcelExplanation } from "#app/domain/pickup/explain-parcel.server.ts";
import { explainParcels } from "#app/domain/pickup/explain-parcel.server.ts";
import { type Env, type EnvVariables, parseEnv } from "../../env.ts";
import { UsageError } from "../usage-error.ts";
import { explainPolicy } from "./explain-policy.ts";
import { openDatabase } from "./open-database.ts";
import { readArguments } from "./read-arguments.ts";
import { wordClock } from "./word-clock.ts";
import { wordParcel } from "./word-parcel.ts";

async function findParcel(env: Env, resi: string, courier?: string): Promise<ParcelExplanation> {
  const { db, close } = await openDatabase(env);
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

/** The clock of a parcel or of a policy, in words or as JSON. Throws a `UsageError` where nothing fits the question. */
export async function explain(args: string[], variables: EnvVariables): Promise<string> {
  const asked = readArguments(args);
  if (asked.kind === "policy") {
    const clock = explainPolicy(asked.service, asked.zone, asked.requestedAt);
    return asked.json ? JSON.stringify(clock) : wordClock(clock).join("\n");
  }
  const parcel = await findParcel(parseEnv(variables), asked.resi, asked.courier);
  return asked.json ? JSON.stringify(flatten(parcel)) : wordParcel(parcel).join("\n");
}
