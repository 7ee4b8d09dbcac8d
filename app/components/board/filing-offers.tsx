import { Link } from "@remix-run/react";
import ScanLine from "lucide-react/icons/scan-line";
import TimerOff from "lucide-react/icons/timer-off";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilingOffer } from "../../contracts/filing-views.ts";
import { newClientId } from "../../hooks/client-id.ts";
import { Moment } from "../ui/time.tsx";

/** What the seller should report and has not, above the list of what they have. */
export function FilingOffers({ offers }: { offers: FilingOffer[] }) {
  const { t } = useTranslation();
  const heading = useId();
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="border-b border-base-300 px-3 py-2 sm:px-4">
      <h2 id={heading} className="text-dense font-semibold">
        {t("offer.title")}
      </h2>
      <ul className="divide-y divide-base-300">
        {offers.map((offer) => (
          <Offer key={`${offer.kind} ${offer.requestId}`} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ offer }: { offer: FilingOffer }) {
  const { t } = useTranslation();
  const { kind, count, courierName, parcels } = offer;
  const Icon = kind === "late" ? TimerOff : ScanLine;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2 text-dense">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-error" />
      <div className="min-w-0 flex-1 basis-56">
        <p>
          {t(`offer.${kind}`, { count, courier: courierName })}
          {kind === "late" && offer.deadlineAt && (
            <>
              {" "}
              {t("offer.deadline")} <Moment at={offer.deadlineAt} zone={offer.zone} mode="day" />.
            </>
          )}
        </p>
        <p className="truncate font-mono text-muted">{namesOf(offer)}</p>
      </div>
      {kind === "late" ? (
        <FileNow parcels={parcels} />
      ) : (
        <Link to={filingOf(parcels)} className="btn btn-outline btn-sm pointer-coarse:min-h-11">
          {t("offer.prove")}
        </Link>
      )}
    </li>
  );
}

const SHOWN = 3;
const namesOf = ({ parcels, count }: FilingOffer) =>
  [
    ...parcels.slice(0, SHOWN).map((parcel) => parcel.resi),
    ...(count > SHOWN ? [`+${count - SHOWN}`] : []),
  ].join(", ");

const filingOf = (parcels: FilingOffer["parcels"]) =>
  `/pickup-problem/new?${parcels.map((parcel) => `parcel=${parcel.id}`).join("&")}`;

/** One tap: everything that Long pick up 3PL needs is known. A second tap lands in the same reports. */
function FileNow({ parcels }: Pick<FilingOffer, "parcels">) {
  const { t } = useTranslation();
  const [clientId] = useState(newClientId);
  return (
    <form method="post" action="/pickup-problem/new">
      <input type="hidden" name="clientId" value={clientId} suppressHydrationWarning />
      <input type="hidden" name="category" value="long_pickup" />
      {parcels.map((parcel) => (
        <input key={parcel.id} type="hidden" name="parcel" value={parcel.id} />
      ))}
      <button type="submit" className="btn btn-outline btn-primary btn-sm pointer-coarse:min-h-11">
        {t("offer.file", { count: parcels.length })}
      </button>
    </form>
  );
}
