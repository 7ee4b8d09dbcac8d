import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkParts } from "#app/components/thread/link-parts.ts";

const linksOf = (text: string) =>
  linkParts(text).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : []));

describe("links in a message", () => {
  it.each([
    ["Cek https://cekresi.id/IDX123.", "https://cekresi.id/IDX123", "https://cekresi.id/IDX123"],
    ["(http://toko.co.id/a_(b))", "http://toko.co.id/a_(b)", "http://toko.co.id/a_(b)"],
    [
      "HTTPS://Peta.ID/x?a=1&b=2#c, ya",
      "HTTPS://Peta.ID/x?a=1&b=2#c",
      "https://peta.id/x?a=1&b=2#c",
    ],
    [
      "https://id.wikipedia.org/wiki/Café",
      "https://id.wikipedia.org/wiki/Café",
      "https://id.wikipedia.org/wiki/Caf%C3%A9",
    ],
    [
      "http://hub.idx.co.id:8080/peta",
      "http://hub.idx.co.id:8080/peta",
      "http://hub.idx.co.id:8080/peta",
    ],
  ])("%s", (text, shown, href) => {
    expect(linksOf(text)).toEqual([[shown, href]]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://toko.id/x",
    "toko.id/x",
    "wa.me/6281",
    "https://everpro.id@jahat.id/",
    "https://everpro.id:sandi@jahat.id/",
    "https://еverpro.id/",
    "https://xn--verpro-9ig.id/",
    "https://localhost/x",
    "https://0x7f.1/",
    "https://jahat.id\u202Egpj.x",
    "https://everpro.id\u200B.jahat.id/",
    "xhttps://toko.id/",
    "https://",
    "https://.id./",
  ])("never makes a link of %s", (text) => {
    expect(linksOf(text)).toEqual([]);
  });

  it("loses no letter, and opens only what it shows", () => {
    const piece = fc.constantFrom(
      ...[
        "https://",
        "HTTP://",
        "toko.id",
        "@",
        ":",
        "/",
        "?q=",
        ".",
        " ",
        "\n",
        "(",
        ")",
        "\u202E",
      ],
      ...["javascript:", "xn--", "é", "\\", "<", '"', "a", "9", "#", "%00"],
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        const parts = linkParts(given);
        expect(parts.map((part) => part.text).join("")).toBe(given);
        for (const { text: shown, href } of parts) {
          if (href === null) continue;
          const url = new URL(href);
          expect(["http:", "https:"]).toContain(url.protocol);
          expect(url.username + url.password).toBe("");
          expect(shown.toLowerCase()).toContain(`//${url.hostname}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
