import { Form, Link, useSearchParams } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FilingRequest } from "../../contracts/filing-views.ts";
import { MAX_PARCELS_A_FILING } from "../../contracts/reports.ts";
import { ShareWay } from "../proof/share-way.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Alert } from "../ui/problem-note.tsx";
import { ParcelForm } from "./parcel-form.tsx";

export type ChooseParcelsPageProps = {
  requests: FilingRequest[];
  /** Where earlier requests begin; null on the last page. */
  next: string | null;
  q: string;
  /** What was pasted, as it was pasted. */
  resi: string;
  /** Pasted and not found: missing and somebody else's read the same. */
  unknown: string[];
};

export function ChooseParcelsPage(props: ChooseParcelsPageProps) {
  const { requests, next, q, resi, unknown } = props;
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-3xl px-3 pt-4 pb-28 sm:px-4 [&_:is(a,button,input,label,textarea)]:scroll-mb-24">
      <header className="mb-4">
        <p className="text-dense text-muted">{t("filing.step", { n: 1 })}</p>
        <h1 className="text-xl font-semibold tracking-tight">{t("filing.choose.title")}</h1>
        <p className="mt-1 text-muted">{t("filing.choose.lead")}</p>
        <ShareWay className="mt-1" />
      </header>
      <PasteForm resi={resi} unknown={unknown} />
      <div className="mt-6 mb-2 flex flex-wrap items-end justify-between gap-2">
        <h2 className="font-semibold">{t("filing.choose.list")}</h2>
        <SearchForm q={q} />
      </div>
      {requests.length === 0 ? (
        <EmptyState title={t("filing.choose.empty")} hint={t("filing.choose.emptyHint")} />
      ) : (
        <ParcelForm requests={requests} />
      )}
      {next && (
        <p className="mt-4 text-center">
          <Link to={`?${moreSearch(q, next)}`} className="btn">
            {t("filing.choose.more")}
          </Link>
        </p>
      )}
    </div>
  );
}

const moreSearch = (q: string, after: string) =>
  new URLSearchParams(q ? { q, after } : { after }).toString();

function PasteForm({ resi, unknown }: { resi: string; unknown: string[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [params] = useSearchParams();
  const isEmpty = params.get("resi")?.trim() === "";
  const isInvalid = isEmpty || unknown.length > 0;
  return (
    <Form method="get" className="rounded-box border border-base-300 bg-base-100 p-3">
      <label htmlFor={id} className="block font-semibold">
        {t("filing.choose.paste")}
      </label>
      <p id={`${id}-hint`} className="mb-2 text-dense text-muted">
        {t("filing.choose.pasteHint", { max: MAX_PARCELS_A_FILING })}
      </p>
      <textarea
        id={id}
        name="resi"
        rows={3}
        defaultValue={resi}
        spellCheck={false}
        autoCapitalize="characters"
        aria-describedby={isInvalid ? `${id}-unknown ${id}-hint` : `${id}-hint`}
        aria-invalid={isInvalid}
        className="textarea w-full font-mono"
      />
      {isInvalid && (
        <div id={`${id}-unknown`} className="mt-2">
          <Alert tone="error" role="alert">
            <p className="[overflow-wrap:anywhere]">
              {isEmpty
                ? t("filing.choose.nothingPasted")
                : t("filing.choose.unknown", { list: unknown.join(", ") })}
            </p>
          </Alert>
        </div>
      )}
      <button type="submit" className="btn btn-primary mt-2 w-full sm:w-auto">
        {t("filing.choose.find")}
      </button>
    </Form>
  );
}

function SearchForm({ q }: { q: string }) {
  const { t } = useTranslation();
  return (
    <Form method="get" role="search" className="join w-full sm:w-72">
      <input
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t("filing.choose.search")}
        placeholder={t("filing.choose.searchHint")}
        className="input input-sm join-item w-full pointer-coarse:min-h-11"
      />
      <button
        type="submit"
        aria-label={t("filing.choose.search")}
        className="btn btn-sm join-item pointer-coarse:min-h-11"
      >
        <Search aria-hidden="true" className="size-4" />
      </button>
    </Form>
  );
}
