/** Everybody's phones, in a process of their own: what they cost is not what the pages wait for. */
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { type Owner, openPhone } from "./phone.ts";

export type PhonesOptions = {
  origin: string;
  owners: Owner[];
  /** Paths. */
  photos: string[];
  photosEach: number;
  patienceMs: number;
};

// As low as those that decode: phones have processors of their own.
setPriority(19);
const given: PhonesOptions = JSON.parse(process.argv[2] ?? "{}");
const files = given.photos.map((path) => readFileSync(path));
const phones = given.owners.map((owner, at) => {
  const turn = (n: number) => files[(at + n) % files.length] as Buffer;
  return openPhone(
    given.origin,
    owner,
    Array.from({ length: given.photosEach }, (_, n) => turn(n)),
  );
});
const tallies = await Promise.all(phones.map((phone) => phone.sendAll(given.patienceMs)));
process.on("disconnect", () => process.exit());
process.send?.(tallies);
