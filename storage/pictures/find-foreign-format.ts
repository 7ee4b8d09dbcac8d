const signatures: [format: string, offset: number, bytes: string][] = [
  ["gif", 0, "GIF8"],
  ["pdf", 0, "%PDF"],
  ["tiff", 0, "II*\0"],
  ["tiff", 0, "MM\0*"],
  ["tiff", 0, "II+\0"],
  ["bmp", 0, "BM"],
  ["jpeg2000", 4, "jP  \r\n"],
  ["jpegxl", 0, "\xff\x0a"],
  ["jpegxl", 4, "JXL \r\n"],
  ["psd", 0, "8BPS"],
  ["ico", 0, "\0\0\x01\0"],
  ["zip", 0, "PK\x03\x04"],
  ["gzip", 0, "\x1f\x8b"],
  ["rar", 0, "Rar!"],
  ["mp3", 0, "ID3"],
  ["webm", 0, "\x1aE\xdf\xa3"],
  ["avi", 8, "AVI "],
];

const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);
const heifBrands = new Set(["mif1", "msf1"]);

/** The name of a format that is not a picture we take, only to explain a refusal better. */
export function findForeignFormat(bytes: Buffer): string | undefined {
  if (bytes.toString("latin1", 4, 8) === "ftyp") return isoMediaFormat(bytes);
  const known = signatures.find(
    ([, offset, text]) => bytes.toString("latin1", offset, offset + text.length) === text,
  );
  return known?.[0] ?? markupFormat(bytes);
}

function isoMediaFormat(bytes: Buffer): string {
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = [bytes.toString("latin1", 8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(bytes.toString("latin1", at, at + 4));
  if (brands.some((brand) => heicBrands.has(brand))) return "heic";
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
  return brands.some((brand) => heifBrands.has(brand)) ? "heic" : "video";
}

function markupFormat(bytes: Buffer): string | undefined {
  const start = bytes.toString("latin1", 0, 1024).toLowerCase();
  if (start.includes("<svg")) return "svg";
  if (start.includes("<!doctype html") || start.includes("<html")) return "html";
  return undefined;
}
