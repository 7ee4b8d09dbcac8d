import { Link } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import { SERVICE_KINDS, type ServiceKind } from "../../contracts/services.ts";
import type { DoneView, PolicyView, RuleAnswer } from "../../contracts/settings-views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { DoneNote } from "../ui/done-note.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { POLICIES } from "./addresses.ts";
import { PolicyCard } from "./policy-card.tsx";
import { useDoneWords } from "./use-done-words.ts";
import { useRuleWords } from "./use-rule-words.ts";
import { Withdrawal, withdrawnId } from "./withdrawal.tsx";

export type PoliciesPageProps = {
  policies: PolicyView[];
  done: DoneView | null;
  answer: RuleAnswer | null;
};

/** Rules by service, those for everybody first. */
export function PoliciesPage({ policies, done, answer }: PoliciesPageProps) {
  const { t } = useTranslation();
  const doneWords = useDoneWords();
  return (
    <SectionBody>
      {done && !answer && <DoneNote text={doneWords(done)} />}
      {answer && <PolicyWithdrawal policies={policies} answer={answer} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="max-w-xl text-dense text-muted">{t("settings.policies.lead")}</p>
        <Link
          to={`${POLICIES}/new`}
          className="btn btn-primary h-auto min-h-11 py-2 max-sm:w-full sm:min-h-10"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t("settings.policies.add")}
        </Link>
      </div>
      {SERVICE_KINDS.map((service) => (
        <ServiceRules
          key={service}
          service={service}
          policies={policies.filter((one) => one.service === service)}
        />
      ))}
    </SectionBody>
  );
}

type ServiceRulesProps = { service: ServiceKind; policies: PolicyView[] };

function ServiceRules({ service, policies }: ServiceRulesProps) {
  const { t } = useTranslation();
  const isGeneral = (one: PolicyView) => !one.courier && !one.province;
  const keys = new Set(
    [...policies.filter(isGeneral), ...policies.filter((one) => !isGeneral(one))].map(
      (one) => one.key,
    ),
  );
  if (keys.size === 0) return null;
  return (
    <section aria-labelledby={`service-${service}`}>
      <h2 id={`service-${service}`} className="mb-1.5 font-semibold">
        {t(`service.${service}`)}
      </h2>
      <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
        {[...keys].map((key) => (
          <PolicyCard key={key} versions={policies.filter((one) => one.key === key)} />
        ))}
      </ul>
    </section>
  );
}

function PolicyWithdrawal({ policies, answer }: { policies: PolicyView[]; answer: RuleAnswer }) {
  const { t } = useTranslation();
  const rules = useRuleWords();
  const dates = useDateWords();
  const one = policies.find(({ id }) => id === withdrawnId(answer));
  const what = one
    ? t("settings.policies.what", {
        rule: rules.policyKey(one.key, one.courier),
        version: one.version,
        date: dates.day(one.validFrom),
      })
    : "";
  return <Withdrawal action={POLICIES} answer={answer} what={what} />;
}
