import { parseArgs } from "node:util";
import { erasePhotos } from "#app/domain/photos/erase-photos.server.ts";
import { runVerb } from "./run-verb.ts";
import { UsageError } from "./usage-error.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readSeller(args: string[]): string {
  try {
    const { values } = parseArgs({ args, options: { seller: { type: "string" } } });
    if (values.seller && UUID.test(values.seller)) return values.seller;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  throw new UsageError("--seller is the id of an organisation.");
}

await runVerb("npm run -s erase-photos -- --seller <organisation id>", async (ctx, args) => ({
  result: await erasePhotos(ctx, readSeller(args)),
  isFine: true,
}));
