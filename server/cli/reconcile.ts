import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { runVerb } from "./run-verb.ts";
import { UsageError } from "./usage-error.ts";

const DOUBTFUL = "--even-doubtful";

await runVerb(`npm run -s reconcile [-- ${DOUBTFUL}]`, async (ctx, args) => {
  const wrong = args.find((arg) => arg !== DOUBTFUL);
  if (wrong) throw new UsageError(`${wrong} is not known.`);
  const result = await reconcileObjects(ctx, { evenDoubtful: args.includes(DOUBTFUL) });
  return { result, isFine: result.missing.length === 0 && result.doubtful === 0 };
});
