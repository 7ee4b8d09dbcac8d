import { Form, useSearchParams } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilingRequest } from "../../contracts/filing-views.ts";
import { RequestGroup } from "./request-group.tsx";

/** A plain GET form; `pick` tells "nothing ticked" from "just arrived", without script too. */
export function ParcelForm({ requests }: { requests: FilingRequest[] }) {
  const form = useRef<HTMLFormElement>(null);
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isForgotten, setIsForgotten] = useState(params.has("pick") && !params.has("parcel"));
  // Ticked before the page came alive.
  useEffect(() => {
    const data = form.current && new FormData(form.current);
    const ids = data?.getAll("parcel").map(String) ?? [];
    if (ids.length > 0) setChosen(new Set(ids));
  }, []);
  const choose = (ids: string[], isChosen: boolean) => {
    const others = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(isChosen ? [...others, ...ids] : others));
    setIsForgotten(false);
  };
  const isMixed = spansRequests(requests, chosen);
  const onSubmit = (event: FormEvent) => {
    setIsForgotten(chosen.size === 0);
    if (chosen.size === 0 || isMixed) event.preventDefault();
  };
  return (
    <Form ref={form} method="get" onSubmit={onSubmit} className="space-y-3">
      {requests.map((request) => (
        <RequestGroup key={request.id} request={request} chosen={chosen} onChoose={choose} />
      ))}
      <NextBar count={chosen.size} isForgotten={isForgotten} isMixed={isMixed} />
    </Form>
  );
}

/** A filing is one courier at one address, so its parcels come from one pick-up request. */
const spansRequests = (requests: FilingRequest[], chosen: ReadonlySet<string>) =>
  requests.filter(({ parcels }) => parcels.some(({ id }) => chosen.has(id))).length > 1;

type NextBarProps = { count: number; isForgotten: boolean; isMixed: boolean };

function NextBar({ count, isForgotten, isMixed }: NextBarProps) {
  const { t } = useTranslation();
  const isWrong = isForgotten || isMixed;
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-base-300 bg-base-100 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-0">
      <div className="mx-auto flex max-w-3xl items-center justify-between gap-3 sm:px-4">
        <p
          role={isWrong ? "alert" : "status"}
          className={`text-dense ${isWrong ? "font-medium text-error" : "text-muted"}`}
        >
          {isForgotten && t("filing.choose.nothing")}
          {isMixed && t("filing.choose.mixed")}
          {!isWrong && count > 0 && t("filing.choose.chosen", { count })}
        </p>
        <button type="submit" name="pick" value="1" className="btn btn-primary min-w-32">
          {t("filing.choose.next")}
        </button>
      </div>
    </div>
  );
}
