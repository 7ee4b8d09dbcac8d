import { useTranslation } from "react-i18next";
import type { OpenResi } from "../../contracts/proofs.ts";

type OpenResiListProps = { open: OpenResi[]; ticked: string[] };

/** For who has no list to paste: the own open reports, courier by courier. */
export function OpenResiList({ open, ticked }: OpenResiListProps) {
  const { t } = useTranslation();
  const couriers = Map.groupBy(open, (one) => one.courierName);
  return (
    <details className="rounded-box border border-base-300 bg-base-100" open={ticked.length > 0}>
      <summary className="min-h-11 cursor-pointer px-3 py-2.5 font-medium">
        {t("proof.new.open")}
      </summary>
      <div className="max-h-96 overflow-y-auto border-t border-base-300">
        {open.length === 0 && <p className="px-3 py-2 text-muted">{t("proof.new.none")}</p>}
        {[...couriers].map(([courier, rows]) => (
          <fieldset key={courier} className="min-w-0">
            <legend className="sticky top-0 w-full bg-base-200 px-3 py-1.5 text-dense font-semibold">
              {courier}
            </legend>
            {rows.map(({ resi }) => (
              <label
                key={resi}
                className="flex min-h-11 cursor-pointer items-center gap-3 px-3 hover:bg-base-200 has-checked:bg-tint-primary sm:min-h-9"
              >
                <input
                  type="checkbox"
                  name="pick"
                  value={resi}
                  defaultChecked={ticked.includes(resi)}
                  className="checkbox checkbox-primary checkbox-sm"
                />
                <span className="font-mono [overflow-wrap:anywhere]">{resi}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
