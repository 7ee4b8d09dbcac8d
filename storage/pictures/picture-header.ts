import type { PictureFormat } from "./sniff-picture.ts";

/** What a picture says of itself before its first pixel. */
export type PictureHeader = {
  format: PictureFormat;
  width: number;
  height: number;
  frames: number;
  scans: number;
};
