import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReplyHoursView } from "../../contracts/settings-views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { HOURS } from "./addresses.ts";
import { dotted, useRuleWords } from "./use-rule-words.ts";

export function HoursRow({ hours }: { hours: ReplyHoursView }) {
  const { t } = useTranslation();
  const dates = useDateWords();
  const rules = useRuleWords();
  const { minutes } = useTimeWords();
  const { state, targetMinutes, note } = hours;
  const date = dates.day(hours.validFrom);
  const span = t("settings.hours.span", {
    days: rules.days(hours.days),
    open: dotted(hours.open),
    close: dotted(hours.close),
    zone: t(`zone.${hours.zone}`),
  });
  const target = targetMinutes
    ? t("settings.hours.target", { duration: minutes(targetMinutes) })
    : t("settings.hours.noTarget");
  return (
    <li className="flex items-start justify-between gap-3 p-3 sm:px-4">
      <div className="min-w-0">
        {hours.side === "courier" && (
          <p className="font-medium">{hours.courier?.name ?? t("settings.hours.otherCouriers")}</p>
        )}
        <p className={state === "past" ? "text-muted" : ""}>
          {span} · {target}
        </p>
        <p className="text-dense break-words text-muted" suppressHydrationWarning>
          <span className="font-semibold">{t(`settings.state.${state}`)}</span>
          {" · "}
          {t("settings.from", { date })}
          {" · "}
          {hours.createdBy || t("settings.builtIn")}
          {hours.createdBy && note && ` · ${note}`}
        </p>
      </div>
      {hours.withdrawable && state !== "past" && <Withdraw id={hours.id} what={span} />}
    </li>
  );
}

/** Nothing moves by it at once, so one more tap is enough to be sure. */
function Withdraw({ id, what }: { id: string; what: string }) {
  const { t } = useTranslation();
  return (
    <details className="shrink-0 text-end">
      <summary
        aria-label={t("settings.withdrawWhat", { what })}
        className="btn btn-sm pointer-coarse:min-h-11"
      >
        {t("settings.withdraw")}
      </summary>
      <Form method="post" action={HOURS} className="mt-1">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="intent" value="apply" />
        <button type="submit" className="btn btn-sm btn-error pointer-coarse:min-h-11">
          {t("settings.hours.sure")}
        </button>
      </Form>
    </details>
  );
}
