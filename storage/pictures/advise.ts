import type { PictureAdvice } from "#app/contracts/photos.ts";
import type { PictureQuality } from "./measure-quality.ts";

/** Where each advice begins, as calibrated in docs/decisions/0012-pictures.md. */
const limits = { dark: 50, bright: 225, blurred: 50, small: 480 };

export function advise(quality: PictureQuality): PictureAdvice[] {
  const advice: PictureAdvice[] = [];
  if (quality.meanLuminance < limits.dark) advice.push("too_dark");
  if (quality.meanLuminance > limits.bright) advice.push("too_bright");
  // What is too dark or too bright has no edges either, and hears of that first.
  if (advice.length === 0 && quality.sharpness < limits.blurred) advice.push("blurred");
  if (quality.shortSide < limits.small) advice.push("too_small");
  return advice;
}
