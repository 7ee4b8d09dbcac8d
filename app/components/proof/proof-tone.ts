import type { ProofState } from "../../contracts/proofs.ts";

export const PROOF_TONE: Record<ProofState, string> = {
  asked: "text-warning",
  confirmed: "text-success",
  rejected: "text-error",
};
