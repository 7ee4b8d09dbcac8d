const HASH = /^[0-9a-f]{16}$/;
const BANDS = 8;

/** Bits that two pictures may differ in and still be nearly the same. Fewer than the bands, so that they share one. */
export const NEARLY_THE_SAME = 6;

/** A perceptual hash (16 hex digits) as it is looked for. */
export function hashColumns(hash: string | null) {
  if (hash === null || !HASH.test(hash)) return { perceptual_hash: null, hash_bands: null };
  const octets = Buffer.from(hash, "hex");
  return {
    perceptual_hash: [...octets].map((octet) => octet.toString(2).padStart(8, "0")).join(""),
    hash_bands: Array.from({ length: BANDS }, (_, place) => place * 256 + octets.readUInt8(place)),
  };
}
