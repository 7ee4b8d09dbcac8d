import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Words } from "../../i18n.ts";

type Failure = Exclude<keyof Words["failure"], "label">;

const BY_STATUS: Record<number, Failure> = {
  403: "forbidden",
  404: "notFound",
  429: "limited",
  503: "unavailable",
};

export function FailurePage({ status }: { status: number }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const failure = BY_STATUS[status] ?? "unexpected";
  return (
    <div className="mx-auto flex max-w-lg flex-col gap-3 px-6 py-20">
      <p className="font-mono text-dense text-muted">{status}</p>
      <h1 className="text-2xl font-semibold tracking-tight">{t(`failure.${failure}.title`)}</h1>
      <p className="text-muted">{t(`failure.${failure}.body`)}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href="/" className="btn btn-primary">
          {t("action.home")}
        </a>
        {failure !== "notFound" && failure !== "forbidden" && (
          <a href={pathname + search} className="btn">
            {t("action.reload")}
          </a>
        )}
      </div>
    </div>
  );
}

/** The error boundary of a route. */
export function RouteFailure() {
  const error = useRouteError();
  return <FailurePage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
