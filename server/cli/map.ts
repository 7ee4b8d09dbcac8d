import { mapFile } from "./map/map-file.ts";
import { UsageError } from "./usage-error.ts";

try {
  for (const line of mapFile(process.argv.slice(2))) console.log(line);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
