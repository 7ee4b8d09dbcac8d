import { useTranslation } from "react-i18next";
import type { LeftOut } from "../../contracts/proofs.ts";

const WORDS = ["unknown", "other_courier", "final", "custody"] as const;
const wordOf = (why: LeftOut["why"]) => WORDS.find((word) => word === why) ?? "other";

/** What was named and is not part of it, so that nobody believes it is. */
export function LeftOutResi({ leftOut }: { leftOut: LeftOut[] }) {
  const { t } = useTranslation();
  if (leftOut.length === 0) return null;
  return (
    <section
      aria-labelledby="proof-left-out"
      className="rounded-box border border-warning bg-tint-warning p-3"
    >
      <h2 id="proof-left-out" className="font-semibold text-warning">
        {t("proof.show.leftOut", { count: leftOut.length })}
      </h2>
      <ul className="mt-1 text-dense">
        {leftOut.map(({ resi, why }) => (
          <li key={resi} className="[overflow-wrap:anywhere]">
            <span className="font-mono">{resi}</span>: {t(`proof.left.${wordOf(why)}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
