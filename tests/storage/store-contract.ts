import { afterAll, beforeAll, describe } from "vitest";
import { type GivenStore, giveStore, type OpenedStore } from "./contract/given-store.ts";
import { describeKeeping } from "./contract/keeping.ts";
import { describeListing } from "./contract/listing.ts";
import { describeSigning } from "./contract/signing.ts";

/** What every object store promises, whatever it is made of. */
export function describeStore(name: string, openStore: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let given: GivenStore;
    beforeAll(async () => {
      given = await giveStore(await openStore());
    });
    afterAll(() => given.close());

    describe("keeps objects", () => describeKeeping(() => given));
    describe("lists objects", () => describeListing(() => given));
    describe("signs addresses", () => describeSigning(() => given));
  });
}
