import { useTranslation } from "react-i18next";
import type { PromiseView, SaidView } from "../../contracts/card-views.ts";
import type { TimeZone } from "../../contracts/services.ts";
import { Moment } from "../ui/time.tsx";
import { Fact, FactList } from "./fact-list.tsx";

type PromiseOutcomeProps = { promise: PromiseView; zone: TimeZone };

/** What each side said of a promise that is over, and what it came to. */
export function PromiseOutcome({ promise, zone }: PromiseOutcomeProps) {
  const { t } = useTranslation();
  const { askedAt, outcome, sellerSaid, courierSaid } = promise;
  if (!askedAt && !outcome) return null;
  return (
    <div className="mt-2 rounded-field bg-base-200 px-3 py-2">
      <p className="mb-1 text-dense font-semibold">
        {outcome ? t(`thread.promise.outcome.${outcome.result}`) : t("thread.promise.ended")}
        {outcome?.by && (
          <span className="font-normal text-muted">
            {" "}
            {t(`thread.promise.by.${outcome.by}`)},{" "}
            <Moment at={outcome.at} zone={zone} mode="day" />
          </span>
        )}
      </p>
      {askedAt && (
        <FactList>
          <Fact name={t("side.seller")}>
            <Said said={sellerSaid} zone={zone} />
          </Fact>
          <Fact name={t("side.courier")}>
            <Said said={courierSaid} zone={zone} />
          </Fact>
        </FactList>
      )}
    </div>
  );
}

function Said({ said, zone }: { said: SaidView | null; zone: TimeZone }) {
  const { t } = useTranslation();
  if (!said) return <span className="text-muted">{t("thread.promise.notSaid")}</span>;
  return (
    <>
      {t(said.said === "kept" ? "thread.promise.saidKept" : "thread.promise.saidBroken")},{" "}
      {said.name}, <Moment at={said.at} zone={zone} mode="day" className="text-muted" />
    </>
  );
}
