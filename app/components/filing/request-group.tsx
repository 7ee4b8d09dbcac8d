import { Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FilingParcel, FilingRequest } from "../../contracts/filing-views.ts";
import { useRefusalWords } from "../../hooks/use-refusal-words.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { ParcelLine } from "./parcel-line.tsx";

type RequestGroupProps = {
  request: FilingRequest;
  chosen: ReadonlySet<string>;
  onChoose: (ids: string[], isChosen: boolean) => void;
};

export const canBeFiled = (parcel: FilingParcel) => !parcel.refusal && !parcel.openReport;

/** One pick-up request and the parcels that the courier should have taken with it. */
export function RequestGroup({ request, chosen, onChoose }: RequestGroupProps) {
  const { t } = useTranslation();
  const id = useId();
  const { parcels } = request;
  const free = parcels.filter(canBeFiled).map((parcel) => parcel.id);
  return (
    <fieldset
      aria-labelledby={id}
      className="min-w-0 overflow-hidden rounded-box border border-base-300 bg-base-100"
    >
      <RequestHead request={request} id={id} />
      {free.length > 1 && (
        <label className="js-only flex min-h-11 cursor-pointer items-center gap-3 border-b border-base-300 px-3 text-dense font-medium">
          <input
            type="checkbox"
            className="checkbox checkbox-sm"
            checked={free.every((each) => chosen.has(each))}
            onChange={(event) => onChoose(free, event.currentTarget.checked)}
          />
          {t("filing.choose.all", { n: free.length })}
        </label>
      )}
      <ul className="divide-y divide-base-300">
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            {canBeFiled(parcel) ? (
              <ParcelChoice
                parcel={parcel}
                isChosen={chosen.has(parcel.id)}
                onChoose={(isChosen) => onChoose([parcel.id], isChosen)}
              />
            ) : (
              <LockedParcel parcel={parcel} />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function RequestHead({ request, id }: { request: FilingRequest; id: string }) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { courier, serviceKind, originCity, contactName, zone, windowStart, windowEnd } = request;
  return (
    <header className="border-b border-base-300 bg-base-200 px-3 py-2">
      <h3 id={id} className="font-semibold">
        {courier.name} · {t(`service.${serviceKind}`)}
      </h3>
      <p className="text-dense text-muted" suppressHydrationWarning>
        {t("filing.choose.request", { at: time.day(request.requestedAt, zone) })}
        {windowStart && windowEnd && (
          <>
            {" · "}
            {t("filing.choose.window", { window: time.range(windowStart, windowEnd, zone) })}
          </>
        )}
      </p>
      <p className="text-dense text-muted">
        {contactName} · {originCity}
      </p>
    </header>
  );
}

type ParcelChoiceProps = {
  parcel: FilingParcel;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
};

function ParcelChoice({ parcel, isChosen, onChoose }: ParcelChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2 hover:bg-base-200 has-checked:bg-tint-primary">
      <input
        type="checkbox"
        name="parcel"
        value={parcel.id}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
        className="checkbox checkbox-primary checkbox-sm mt-0.5"
      />
      <ParcelLine parcel={parcel} />
    </label>
  );
}

/** Shown, so that nobody wonders where it went, and never sent. */
export function LockedParcel({ parcel }: { parcel: FilingParcel }) {
  const { t } = useTranslation();
  const refusal = useRefusalWords();
  return (
    <div className="flex items-start gap-3 px-3 py-2">
      <span aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <ParcelLine parcel={parcel}>
        {parcel.openReport ? (
          <p className="text-dense">
            {t("filing.choose.exists")}:{" "}
            <Link to={`/pickup-problem/${parcel.openReport}`} className="link font-medium">
              {t("filing.choose.openReport", { code: parcel.openReport })}
            </Link>
          </p>
        ) : (
          parcel.refusal && <p className="text-dense">{refusal(parcel.refusal, parcel)}</p>
        )}
      </ParcelLine>
    </div>
  );
}
