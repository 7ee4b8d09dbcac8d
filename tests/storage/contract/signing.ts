import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import { type GivenStore, inline, sha256 } from "./given-store.ts";

export function describeSigning(given: () => GivenStore): void {
  it("signs an address that gives the object to whoever holds it", async () => {
    const { full } = newPhotoKeys();
    const bytes = randomBytes(100_000);
    await given().store.put(full, bytes);
    const answer = await given().fetchSigned(await given().store.sign(full, inline(300)));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("content-disposition")).toBe("inline");
    expect(answer.headers.get("content-length")).toBe("100000");
    expect(answer.headers.get("cache-control")).toMatch(/^private, max-age=(300|299|298)$/);
    expect(sha256(await answer.bytes())).toBe(sha256(bytes));
  });

  it("signs for a part and for the head too", async () => {
    const { full } = newPhotoKeys();
    await given().store.put(full, Buffer.from("0123456789"));
    const address = await given().store.sign(full, inline(60));
    const part = await given().fetchSigned(address, { headers: { range: "bytes=2-4" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 2-4/10");
    expect(await part.text()).toBe("234");
    const beyond = await given().fetchSigned(address, { headers: { range: "bytes=10-" } });
    expect(beyond.status).toBe(416);
  });

  it("fixes type and name of what is saved, whatever the name was", async () => {
    const { original, full } = newPhotoKeys();
    await given().store.put(original, Buffer.from("<script>alert(1)</script>"));
    await given().store.put(full, Buffer.from("x"));
    const saved = async (key: string, attachment: string) => {
      const how = { seconds: 60, disposition: { attachment } };
      const { headers } = await given().fetchSigned(await given().store.sign(key, how));
      return [headers.get("content-type"), headers.get("content-disposition")];
    };
    expect(await saved(original, "PP-1-1")).toEqual([
      "application/octet-stream",
      "attachment; filename=PP-1-1",
    ]);
    expect(await saved(full, 'a"\r\nset-cookie: x=1; ../é.exe')).toEqual([
      "image/jpeg",
      `attachment; filename="a_set-cookie_ x=1; .._e.exe.jpg"; filename*=UTF-8''a_set-cookie_%20x%3D1%3B%20.._%C3%A9.exe.jpg`,
    ]);
  });

  it("takes no address that was changed, nor one for another object", async () => {
    const [mine, other] = [newPhotoKeys().full, newPhotoKeys().full];
    await given().store.put(mine, Buffer.from("mine"));
    await given().store.put(other, Buffer.from("other"));
    const address = await given().store.sign(mine, inline(60));
    const changed = [
      address.replace(mine, other),
      address.replace(/(expires)=(\d+)/i, (_, name, value) => `${name}=${Number(value) + 1}`),
      address.replace("inline", "attachment"),
      address.replace(/(signature=)(.)/i, (_, name, first) => name + (first === "a" ? "b" : "a")),
      address.replace(/[?&][^?&]*signature=[^&]*/i, ""),
      address.split("?")[0] as string,
    ];
    expect((await given().fetchSigned(address)).status).toBe(200);
    for (const wrong of changed) {
      expect(wrong).not.toBe(address);
      const answer = await given().fetchSigned(wrong);
      expect([403, 404]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/mine$|^other/);
    }
    expect([403, 404, 405]).toContain(
      (await given().fetchSigned(address, { method: "DELETE" })).status,
    );
    expect(await given().store.head(mine)).toBeDefined();
  });

  it("ends an address after its time, and signs none for longer than five minutes", async () => {
    const { full } = newPhotoKeys();
    await given().store.put(full, Buffer.from("x"));
    const address = await given().store.sign(full, inline(2));
    expect((await given().fetchSigned(address)).status).toBe(200);
    await expect
      .poll(async () => (await given().fetchSigned(address)).status, {
        timeout: 8_000,
        interval: 250,
      })
      .toSatisfy((status) => status === 403 || status === 404);
    for (const seconds of [301, 0, -1, 1.5, Number.NaN])
      await expect((async () => given().store.sign(full, inline(seconds)))()).rejects.toThrow(
        RangeError,
      );
  });
}
