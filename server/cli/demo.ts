import { parseArgs } from "node:util";
import { parseEnv } from "../env.ts";
import { explainFailure } from "./explain-failure.ts";
import { runDemo } from "./run-demo.ts";

try {
  const { values } = parseArgs({ options: { reset: { type: "boolean", default: false } } });
  await runDemo(parseEnv(), { reset: values.reset, sources: false });
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
