import { useTranslation } from "react-i18next";
import { PROOF_STATES, type ProofSums as Sums } from "../../contracts/proofs.ts";
import { PROOF_TONE } from "./proof-tone.ts";

/** How many resi stand where; what there is none of is not said. */
export function ProofSums({ sums }: { sums: Sums }) {
  const { t } = useTranslation();
  return (
    <span className="flex flex-wrap gap-x-3 text-dense">
      {PROOF_STATES.filter((state) => sums[state] > 0).map((state) => (
        <span key={state} className={PROOF_TONE[state]}>
          {t(`proof.sum.${state}`, { count: sums[state] })}
        </span>
      ))}
    </span>
  );
}
