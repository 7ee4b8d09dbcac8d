import { explain } from "./explain/explain.ts";
import { USAGE } from "./explain/read-arguments.ts";
import { explainFailure } from "./explain-failure.ts";
import { UsageError } from "./usage-error.ts";

try {
  console.log(await explain(process.argv.slice(2), process.env));
} catch (error) {
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n${USAGE}` : explainFailure(error));
  process.exitCode = isUsage ? 2 : 1;
}
