import { useTranslation } from "react-i18next";
import { SERVICE_KINDS } from "../../contracts/services.ts";
import type { PolicyView, RuleValues } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";

/** What the sentence about a rule needs to know. */
export type RuleFacts = Pick<
  PolicyView,
  | "cutoff"
  | "targetDays"
  | "limit"
  | "operatingDays"
  | "hours"
  | "jointLeaveCloses"
  | "autoCancelDays"
  | "warnPercent"
  | "warnBeforeMinutes"
  | "silentScanMinutes"
>;

export const dotted = (time: string) => time.replace(":", ".");

const textOf = (values: RuleValues, name: string) => [values[name] ?? ""].flat().at(-1) ?? "";

export function factsOf(values: RuleValues): RuleFacts {
  const text = (name: string) => textOf(values, name);
  const count = (name: string) => Number(text(name));
  return {
    cutoff: text("cutoff") || null,
    targetDays: count("targetDays"),
    limit:
      text("limitKind") === "minutes"
        ? { kind: "minutes", minutes: count("limitMinutes") }
        : { kind: "day", days: count("limitDays"), at: text("limitAt") },
    operatingDays: [values.operatingDays ?? []].flat().map(Number),
    hours: text("hours"),
    jointLeaveCloses: text("jointLeaveCloses") === "on",
    autoCancelDays: text("autoCancelDays") ? count("autoCancelDays") : null,
    warnPercent: count("warnPercent"),
    warnBeforeMinutes: count("warnBeforeMinutes"),
    silentScanMinutes: count("silentScanMinutes"),
  };
}

type Place = { courier: CourierView | null; province: string | null };

/** Whom typed values are for. */
export const placeOf = (values: RuleValues, couriers: CourierView[]): Place => ({
  courier: couriers.find(({ id }) => id === textOf(values, "courier")) ?? null,
  province: textOf(values, "province") || null,
});

/** Rules in words. */
export function useRuleWords() {
  const { t } = useTranslation();

  /** Sen–Sab, or each day where they do not follow each other. */
  const days = (given: number[]): string => {
    const sorted = given.toSorted();
    const [first = 1] = sorted;
    const last = sorted.at(-1) ?? first;
    const name = (day: number) => t(`weekday.${day as 1}`);
    if (sorted.length === 7) return t("rule.everyDay");
    const isRun = sorted.length > 2 && last - first + 1 === sorted.length;
    return isRun ? `${name(first)}–${name(last)}` : sorted.map(name).join(", ");
  };

  const limit = ({ limit: one }: RuleFacts): string => {
    if (one.kind === "minutes") return t("rule.limit.minutes", { count: one.minutes });
    const at = dotted(one.at);
    if (one.days === 0) return t("rule.limit.sameDay", { at });
    if (one.days === 1) return t("rule.limit.nextDay", { at });
    return t("rule.limit.days", { count: one.days, at });
  };

  const place = ({ courier, province }: Place): string => {
    if (!courier && !province) return t("rule.everybody");
    return [courier?.name ?? t("rule.anyCourier"), province ?? t("rule.anyProvince")].join(" · ");
  };

  return {
    days,
    place,
    policy: (facts: RuleFacts): string =>
      [
        facts.cutoff ? t("rule.cutoff", { at: dotted(facts.cutoff) }) : t("rule.noCutoff"),
        facts.targetDays > 0 && t("rule.target", { count: facts.targetDays }),
        limit(facts),
        days(facts.operatingDays),
        facts.hours && t("rule.hours", { hours: facts.hours }),
        facts.jointLeaveCloses && t("rule.jointLeave"),
        facts.autoCancelDays ? t("rule.cancel", { n: facts.autoCancelDays }) : t("rule.noCancel"),
        t("rule.warn", { percent: facts.warnPercent, minutes: facts.warnBeforeMinutes }),
      ]
        .filter(Boolean)
        .join(" · "),
    /** "jne/regular/Bali", with the courier's name already known. */
    policyKey(key: string, courier: CourierView | null): string {
      const parts = key.split("/");
      const service = SERVICE_KINDS.find((kind) => parts.includes(kind));
      const at = service ? parts.indexOf(service) : 0;
      const province = parts.slice(at + 1).join("/") || null;
      const name = service ? t(`service.${service}`) : key;
      return `${name}, ${place({ courier, province })}`;
    },
  };
}
