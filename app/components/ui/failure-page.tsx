import {
  isRouteErrorResponse,
  useLocation,
  useNavigation,
  useRevalidator,
  useRouteError,
} from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Words } from "../../i18n.ts";

type Failure = Exclude<keyof Words["failure"], "label">;

const BY_STATUS: Record<number, Failure> = {
  403: "forbidden",
  404: "notFound",
  429: "limited",
  503: "unavailable",
};

type FailurePageProps = { status: number; failure?: Failure };

export function FailurePage({
  status,
  failure = BY_STATUS[status] ?? "unexpected",
}: FailurePageProps) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <div className="mx-auto flex max-w-lg flex-col gap-3 px-6 py-20">
      {failure !== "offline" && <p className="font-mono text-dense text-muted">{status}</p>}
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

/** What `fetch` throws where nothing answers, in each browser's own words. */
const isSilence = (error: unknown) =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

/** The error boundary of a route. */
export function RouteFailure() {
  const error = useRouteError();
  if (isSilence(error)) return <OfflineFailure />;
  return <FailurePage status={isRouteErrorResponse(error) ? error.status : 500} />;
}

const AGAIN_MS = 5000;

/**
 * Loads by itself what could not be loaded: as soon as the device says that there is a network
 * again, and every five seconds, because devices say so before the first request gets through.
 */
function OfflineFailure() {
  const { revalidate, state } = useRevalidator();
  const { state: leaving } = useNavigation();
  const isLoading = state !== "idle" || leaving !== "idle";
  useEffect(() => {
    window.addEventListener("online", revalidate);
    return () => window.removeEventListener("online", revalidate);
  }, [revalidate]);
  useEffect(() => {
    if (isLoading) return;
    const again = setTimeout(revalidate, AGAIN_MS);
    return () => clearTimeout(again);
  }, [isLoading, revalidate]);
  return <FailurePage status={503} failure="offline" />;
}
