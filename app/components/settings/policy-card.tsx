import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PolicyView } from "../../contracts/settings-views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { POLICIES } from "./addresses.ts";
import { useRuleWords } from "./use-rule-words.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

/** All versions of one rule, newest first: what counts now, what will, and what did. */
export function PolicyCard({ versions }: { versions: PolicyView[] }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const of = (state: PolicyView["state"]) => versions.filter((one) => one.state === state);
  const [current] = of("current");
  const upcoming = of("upcoming").toReversed();
  const past = of("past");
  const latest = versions[0];
  if (!latest) return null;
  const place = words.place(latest);
  return (
    <li className="space-y-2 p-3 sm:px-4">
      <div className="flex items-start justify-between gap-3">
        <h3 className="min-w-0 pt-1 font-medium">{place}</h3>
        <Link
          to={`${POLICIES}/new?from=${(current ?? latest).id}`}
          aria-label={t("settings.policies.editWhat", {
            rule: words.policyKey(latest.key, latest.courier),
          })}
          className="btn btn-sm pointer-coarse:min-h-11"
        >
          {t("settings.policies.edit")}
        </Link>
      </div>
      {current && <Version policy={current} />}
      {upcoming.map((one) => (
        <Version key={one.id} policy={one} />
      ))}
      {past.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-muted underline sm:min-h-6">
            {t("settings.policies.past", { count: past.length })}
          </summary>
          <div className="mt-1 space-y-2">
            {past.map((one) => (
              <Version key={one.id} policy={one} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}

const LOOK = {
  current: "border-success",
  upcoming: "border-info border-dashed",
  past: "border-base-300",
} as const;

function Version({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const dates = useDateWords();
  const { state, version, withdrawable } = policy;
  const date = dates.day(policy.validFrom);
  const rule = words.policyKey(policy.key, policy.courier);
  return (
    <div
      className={`flex items-start justify-between gap-x-3 gap-y-1.5 border-s-2 ps-3 max-sm:flex-col ${LOOK[state]}`}
    >
      <div className="min-w-0">
        <p className={state === "past" ? "text-muted" : ""}>{words.policy(policy)}</p>
        <p className="text-dense text-muted" suppressHydrationWarning>
          <span className="font-semibold">{t(`settings.state.${state}`)}</span>
          {" · "}
          {t("settings.policies.version", { version, date })}
          {" · "}
          {policy.createdBy || t("settings.builtIn")}
        </p>
        {policy.createdBy && policy.note && (
          <p className="text-dense break-words text-muted">{policy.note}</p>
        )}
      </div>
      {state !== "past" && withdrawable && (
        <WithdrawForm
          action={POLICIES}
          id={policy.id}
          what={t("settings.policies.what", { rule, version, date })}
        />
      )}
    </div>
  );
}
