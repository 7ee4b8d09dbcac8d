import { parseEnv } from "../env.ts";
import { explainFailure } from "./explain-failure.ts";
import { runDemo } from "./run-demo.ts";

try {
  await runDemo(parseEnv(), { reset: false, sources: true });
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
