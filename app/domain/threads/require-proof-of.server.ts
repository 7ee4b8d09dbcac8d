import { findInstruction } from "#app/contracts/instructions.ts";
import { invalid } from "#app/domain/errors.server.ts";

/** What asks for a photo is done with one; what asks for evidence, with words or a photo. */
export function requireProofOf(code: string, answer: { body: string; photos: number }) {
  const proof = findInstruction(code)?.proof;
  if (proof === "photo" && answer.photos === 0)
    throw invalid("instruction.photo_required", {
      fields: { upload: "instruction.photo_required" },
    });
  if (proof === "any" && answer.photos === 0 && answer.body === "")
    throw invalid("instruction.proof_required", { fields: { body: "instruction.proof_required" } });
}
