import type { AppContext } from "#app/context.ts";
import { parseEnv } from "../env.ts";
import { explainFailure } from "./explain-failure.ts";
import { openVerbs } from "./open-verbs.ts";
import { UsageError } from "./usage-error.ts";

type Told = { result: object; isFine: boolean };

/** Runs one verb for a person or a timer: JSON on stdout, 0 where all is well, 1 where not, 2 for wrong words. */
export async function runVerb(
  usage: string,
  verb: (ctx: AppContext, args: string[]) => Promise<Told>,
): Promise<void> {
  try {
    const { ctx, close } = await openVerbs(parseEnv());
    try {
      const { result, isFine } = await verb(ctx, process.argv.slice(2));
      console.log(JSON.stringify(result));
      process.exitCode = isFine ? 0 : 1;
    } finally {
      await close();
    }
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n${usage}` : explainFailure(error));
    process.exitCode = isUsage ? 2 : 1;
  }
}
