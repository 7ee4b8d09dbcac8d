import { registerHooks } from "node:module";
import { PLANTS } from "./plants.ts";

const [url = "", plant = ""] = process.argv.slice(2);

function plantFault(name: string) {
  const stand = new URL(`./plants/${name}.ts`, import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === PLANTS[name] && context.parentURL !== stand
        ? next(stand, context)
        : next(specifier, context),
  });
}

/** Before the app is loaded, so that it gets the fault for the real thing. */
if (plant) plantFault(plant);
const { openJobs } = await import("./open-jobs.ts");

process.on("disconnect", () => process.exit());
await openJobs(url, () => process.send?.("begun"));
process.send?.("ready");
