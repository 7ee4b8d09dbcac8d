import type { sniffPicture as Real } from "#storage/pictures/sniff-picture.ts";

export { sniffedBytes } from "#storage/pictures/sniff-picture.ts";

/** Takes a picture's name for its nature: whatever comes is a JPEG, and a fault is a fault. */
export const sniffPicture: typeof Real = (head) => {
  if (head[0] !== 0xff) throw new TypeError("That is no JPEG");
  return "jpeg";
};
