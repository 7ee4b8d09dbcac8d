import type { PictureAdvice } from "#app/contracts/photos.ts";
import type { PictureQuality } from "./measure-quality.ts";

/** Where each advice begins, as calibrated in docs/decisions/0012-pictures.md. */
const limits = { dark: 42, bright: 235, blurred: 0.08, small: 480 };

export function advise(quality: PictureQuality): PictureAdvice[] {
  const advice: PictureAdvice[] = [];
  if (quality.meanLuminance < limits.dark) advice.push("too_dark");
  if (quality.meanLuminance > limits.bright) advice.push("too_bright");
  // Noise has edges and a white-out has none: light comes first.
  if (advice.length === 0 && quality.sharpness < limits.blurred) advice.push("blurred");
  if (quality.shortSide < limits.small) advice.push("too_small");
  return advice;
}
