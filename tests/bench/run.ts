import { existsSync } from "node:fs";
import type { Figure } from "./figure.ts";

const [name = "", ...options] = process.argv.slice(2);
const file = new URL(`./${name}.bench.ts`, import.meta.url);

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error("Which one? npm run bench -- pages|clock|intake|delivery|pictures [--smoke]");
  process.exit(2);
}

/** JSON lines for machines on stdout, words for people on stderr. */
const { bench } = (await import(file.href)) as { bench: (smoke: boolean) => AsyncIterable<Figure> };
for await (const figure of bench(options.includes("--smoke"))) {
  console.log(JSON.stringify(figure));
  const beside =
    figure.ratio === undefined
      ? ""
      : `, ${figure.ratio.toFixed(2)} of the baseline, ${figure.baseline}`;
  console.error(`${figure.name}: ${figure.value} ${figure.unit}${beside}`);
}
process.exit(0);
