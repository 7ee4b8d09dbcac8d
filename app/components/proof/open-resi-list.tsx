import { useTranslation } from "react-i18next";
import type { OpenResi } from "../../contracts/proofs.ts";
import type { ListedResi } from "./use-listed-resi.ts";

type OpenResiListProps = { open: OpenResi[]; resi: ListedResi; isOpen: boolean };

/** For who has no list to paste: the own open reports, courier by courier. */
export function OpenResiList({ open, resi, isOpen }: OpenResiListProps) {
  const { t } = useTranslation();
  const couriers = Map.groupBy(open, (one) => one.courierName);
  return (
    <details className="rounded-box border border-base-300 bg-base-100" open={isOpen}>
      <summary className="min-h-11 cursor-pointer px-3 py-2.5 font-medium">
        {t("proof.new.open")}
      </summary>
      <div className="max-h-96 overflow-y-auto border-t border-base-300">
        {open.length === 0 && <p className="px-3 py-2 text-muted">{t("proof.new.none")}</p>}
        {[...couriers].map(([courier, rows]) => (
          <CourierResi
            key={courier}
            courier={courier}
            rows={rows.map((row) => row.resi)}
            resi={resi}
          />
        ))}
      </div>
    </details>
  );
}

type CourierResiProps = { courier: string; rows: string[]; resi: ListedResi };

function CourierResi({ courier, rows, resi }: CourierResiProps) {
  const { t } = useTranslation();
  const isAll = rows.every((row) => resi.listed.has(row));
  return (
    <fieldset className="min-w-0">
      <legend className="sticky top-0 flex w-full items-center justify-between bg-base-200 px-3 py-1.5 text-dense font-semibold">
        {courier}
        {rows.length > 1 && (
          <button
            type="button"
            aria-pressed={isAll}
            className="js-only btn btn-ghost btn-sm pointer-coarse:min-h-11"
            onClick={() => resi.tick(rows, !isAll)}
          >
            {t("filing.choose.all", { n: rows.length })}
          </button>
        )}
      </legend>
      {rows.map((row) => (
        <label
          key={row}
          className="flex min-h-11 cursor-pointer items-center gap-3 px-3 hover:bg-base-200 has-checked:bg-tint-primary sm:min-h-9"
        >
          <input
            type="checkbox"
            name="pick"
            value={row}
            checked={resi.listed.has(row)}
            onChange={(event) => resi.tick([row], event.currentTarget.checked)}
            className="checkbox checkbox-primary checkbox-sm"
          />
          <span className="font-mono [overflow-wrap:anywhere]">{row}</span>
        </label>
      ))}
    </fieldset>
  );
}
