export type TextPart = { text: string; href: string | null };

const CANDIDATE = /https?:\/\/[^\s<>"'`\\]+/gi;
const WORD_END = /[\p{L}\p{N}_-]$/u;
/** Spaces that look like none, and marks that turn the reading direction. */
const UNSEEN = /[\p{C}\p{Z}]/u;
const PLAIN_HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/;
const AUTHORITY = /^https?:\/\/([^/?#]+)/i;

/** Free text, cut where an address stands that may be opened. Joined again, the parts are the text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) parts.push({ text: text.slice(from, to), href: null });
    from = to;
  };
  for (const match of text.matchAll(CANDIDATE)) {
    const address = withoutTail(match[0]);
    const href = WORD_END.test(text.slice(0, match.index)) ? null : safeHref(address);
    if (href === null) continue;
    plain(match.index);
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  plain(text.length);
  return parts;
}

/** The full stop of a sentence and the bracket around an address are not part of it. */
function withoutTail(address: string): string {
  const count = (text: string, mark: string) => text.split(mark).length - 1;
  let kept = address;
  for (;;) {
    const last = kept.at(-1) ?? "";
    const isOpen = last === ")" && count(kept, "(") >= count(kept, ")");
    if (!/[.,;:!?)\]}*_~…]/.test(last) || isOpen) return kept;
    kept = kept.slice(0, -1);
  }
}

/** Null unless the host that is read is the host that opens: no name or password, no foreign letters. */
function safeHref(address: string): string | null {
  const [, authority = ""] = AUTHORITY.exec(address) ?? [];
  const host = authority.replace(/:\d{1,5}$/, "").toLowerCase();
  if (!PLAIN_HOST.test(host) || host.includes("xn--") || UNSEEN.test(address)) return null;
  try {
    const url = new URL(address);
    const isWeb = url.protocol === "https:" || url.protocol === "http:";
    return isWeb && url.hostname === host ? url.href : null;
  } catch {
    return null;
  }
}
