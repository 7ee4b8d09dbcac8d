import { useTranslation } from "react-i18next";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import { ParcelLine } from "./parcel-line.tsx";
import { LockedParcel } from "./request-group.tsx";

export function FiledParcels({ parcels }: { parcels: FilingParcel[] }) {
  const { t } = useTranslation();
  const [first] = parcels;
  return (
    <section
      aria-labelledby="filed-title"
      className="overflow-hidden rounded-box border border-base-300 bg-base-100"
    >
      <header className="border-b border-base-300 bg-base-200 px-3 py-2">
        <h2 id="filed-title" className="font-semibold">
          {t("filing.describe.parcels", { count: parcels.length })}
        </h2>
        {first && (
          <p className="text-dense text-muted">
            {t("filing.describe.origin", { courier: first.courier.name, city: first.origin.city })}
          </p>
        )}
      </header>
      <ul className="max-h-64 divide-y divide-base-300 overflow-y-auto">
        {parcels.map((parcel) => (
          <li key={parcel.id} className="flex px-3 py-2">
            <ParcelLine parcel={parcel} />
            <input type="hidden" name="parcel" value={parcel.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LeftOutParcels({ parcels }: { parcels: FilingParcel[] }) {
  const { t } = useTranslation();
  if (parcels.length === 0) return null;
  return (
    <section
      aria-labelledby="left-out-title"
      className="rounded-box border border-warning bg-base-100"
    >
      <h2 id="left-out-title" className="px-3 pt-2 font-semibold text-warning">
        {t("filing.describe.leftOut")}
      </h2>
      <ul>
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <LockedParcel parcel={parcel} />
          </li>
        ))}
      </ul>
    </section>
  );
}
