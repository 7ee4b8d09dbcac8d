import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { GivenStore } from "./given-store.ts";

export function describeListing(given: () => GivenStore): void {
  it.each(["../", "/", "a//", "a/../b", "./"])("lists nothing under %j", async (prefix) => {
    await expect(given().listAll(prefix)).rejects.toMatchObject({ code: "object.bad_key" });
  });

  it("lists what is under a prefix in the order of keys, over more than one page", async () => {
    const place = `lists/${randomBytes(6).toString("hex")}/`;
    const names = ["a-b/x", "a.b", "a/x", "a0", "b/c/d/e", "b/c/d0", "z"];
    const many = Array.from({ length: 1_100 }, (_, turn) => `many/${turn}`);
    const keys = [...names, ...many].map((name) => place + name).sort();
    for (const some of chunksOf(keys, 20))
      await Promise.all(some.map((key) => given().store.put(key, Buffer.from("x"))));

    expect((await given().listAll(place)).map(({ key }) => key)).toEqual(keys);
    expect((await given().listAll(`${place}b/c/d`)).map(({ key }) => key)).toEqual([
      `${place}b/c/d/e`,
      `${place}b/c/d0`,
    ]);
    for (const after of [keys[0], keys[3], keys[1_050], `${place}a`, `${place}b/c/d/e`] as string[])
      expect((await given().listAll(place, after)).map(({ key }) => key)).toEqual(
        keys.filter((key) => key > after),
      );
    expect(await given().listAll(place, keys.at(-1))).toEqual([]);
    expect(await given().listAll(`${place}nobody/`)).toEqual([]);
    const [first] = await given().listAll(place);
    expect(first).toMatchObject({ size: 1, modifiedAt: expect.any(Date) });
  }, 120_000);

  it("lists on while objects are removed", async () => {
    const place = `gone/${randomBytes(6).toString("hex")}/`;
    const keys = Array.from({ length: 30 }, (_, turn) => `${place}${10 + turn}/x`);
    await Promise.all(keys.map((key) => given().store.put(key, Buffer.from("x"))));
    const seen: string[] = [];
    for await (const { key } of given().store.list(place)) {
      seen.push(key);
      await given().store.remove(key);
    }
    expect(seen).toEqual(keys);
    expect(await given().listAll(place)).toEqual([]);
  });
}

function chunksOf<T>(all: T[], size: number): T[][] {
  return all.length === 0 ? [] : [all.slice(0, size), ...chunksOf(all.slice(size), size)];
}
