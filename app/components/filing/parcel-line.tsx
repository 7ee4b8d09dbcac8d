import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FilingParcel } from "../../contracts/filing-views.ts";
import { Countdown } from "../ui/countdown.tsx";

type ParcelLineProps = { parcel: FilingParcel; children?: ReactNode };

export function ParcelLine({ parcel, children }: ParcelLineProps) {
  const { t } = useTranslation();
  const { zone } = parcel.origin;
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-mono font-medium [overflow-wrap:anywhere]">{parcel.resi}</span>
        {parcel.deadlineAt && !parcel.refusal && (
          <Countdown
            at={parcel.deadlineAt}
            zone={zone}
            label={t("due.pickup")}
            className="text-dense"
          />
        )}
      </p>
      <p className="text-dense text-muted [overflow-wrap:anywhere]">
        {t(`stage.${parcel.stage}`)}
        {parcel.description && ` · ${parcel.description}`}
      </p>
      {children}
    </div>
  );
}
