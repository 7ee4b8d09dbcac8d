import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ChaosModule } from "./chaos.ts";

const USAGE =
  "Which one? npm run chaos -- sla|messages|postgres|listen|network|slow|rolling|pictures|crowd|storage [--kills 20] [--messages 10000] [--people 50] [--seed n] [--plant name] [--long] [--list]";

function giveUp(complaint: string): never {
  console.error(`${complaint}\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ kills: text, messages: text, people: text, seed: text },
        ...{ plant: text, long: flag, list: flag },
      },
    });
    return { name: positionals[0] ?? "", ...values };
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

function readCount(name: string, given: string | undefined, otherwise: number) {
  const count = given === undefined ? otherwise : Number(given);
  if (!Number.isInteger(count) || count < 0) giveUp(`--${name} is a whole number.`);
  return count;
}

const given = readArguments();
const file = new URL(`./${given.name}.chaos.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(given.name) || !existsSync(file)) giveUp(`There is no "${given.name}" here.`);

const { chaos, plants, kills = 20 } = (await import(file.href)) as ChaosModule;
if (given.plant && !plants.includes(given.plant))
  giveUp(`Faults that can be planted: ${plants.join(", ")}.`);

/** JSON for machines on stdout, words for people on stderr. */
const verdict = await chaos({
  kills: readCount("kills", given.kills, kills),
  messages: readCount("messages", given.messages, 10_000),
  people: readCount("people", given.people, 50),
  long: given.long ?? false,
  seed: readCount("seed", given.seed, Date.now() % 1_000_000),
  plant: given.plant,
  corpus: process.env.PICTURE_CORPUS,
  list: given.list ?? false,
  say: (line) => console.error(line),
});
console.log(JSON.stringify(verdict));
process.exit(verdict.pass ? 0 : 1);
