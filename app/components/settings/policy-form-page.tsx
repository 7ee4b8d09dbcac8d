import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PolicyView, RuleAnswer, RuleValues } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { SectionBody } from "../ui/section-head.tsx";
import { POLICIES } from "./addresses.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { PolicyScope } from "./policy-scope.tsx";
import { PreviewedForm } from "./previewed-form.tsx";
import { factsOf, placeOf, useRuleWords } from "./use-rule-words.ts";

export type PolicyFormPageProps = {
  /** The rule that gets a new version; null: a rule of its own for a courier or region. */
  base: PolicyView | null;
  values: RuleValues;
  couriers: CourierView[];
  provinces: string[];
  answer: RuleAnswer | null;
};

export function PolicyFormPage({
  base,
  couriers,
  provinces,
  answer,
  ...draft
}: PolicyFormPageProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const dates = useDateWords();
  const values = answer?.values ?? draft.values;
  const problem = answer?.problem ?? null;
  const rule = base && words.policyKey(base.key, base.courier);
  const wordsOf = (sent: RuleValues) =>
    t("settings.policies.change", {
      rule: `${t(`service.${sent.service as "regular"}`)}, ${words.place(placeOf(sent, couriers))}`,
      date: dates.day(String(sent.validFrom)),
      words: words.policy(factsOf(sent)),
    });
  return (
    <SectionBody>
      <div>
        <Link to={POLICIES} className="link text-dense text-muted">
          {t("settings.policies.back")}
        </Link>
        <h2 className="mt-1 text-base font-semibold">
          {rule ? t("settings.policies.newVersion", { rule }) : t("settings.policies.add")}
        </h2>
        {base && <p className="text-dense text-muted">{words.policy(base)}</p>}
      </div>
      <PreviewedForm
        action={base ? `${POLICIES}/new?from=${base.id}` : `${POLICIES}/new`}
        answer={answer}
        wordsOf={wordsOf}
      >
        <PolicyScope
          base={base}
          values={values}
          problem={problem}
          couriers={couriers}
          provinces={provinces}
        />
        <PolicyFields values={values} problem={problem} />
      </PreviewedForm>
    </SectionBody>
  );
}
