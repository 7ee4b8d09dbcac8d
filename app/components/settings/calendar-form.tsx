import { useTranslation } from "react-i18next";
import type { CalendarDayView, RuleAnswer, RuleValues } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { fieldsOf, SelectField, TextField } from "../ui/fields.tsx";
import { CALENDAR } from "./addresses.ts";
import { FieldGroup } from "./field-group.tsx";
import { CourierField, ProvinceField } from "./place-fields.tsx";
import { PreviewedForm } from "./previewed-form.tsx";
import { useCalendarWords } from "./use-calendar-words.ts";
import { placeOf } from "./use-rule-words.ts";

type CalendarFormProps = {
  answer: RuleAnswer | null;
  couriers: CourierView[];
  provinces: string[];
};

const KINDS = ["hours", "libur_nasional", "cuti_bersama"] as const;

/** A date, as typed, as the sentence about it needs it. */
const dayOf = (values: RuleValues, couriers: CourierView[]) => ({
  date: String(values.date),
  kind: values.kind as CalendarDayView["kind"],
  hours: String(values.hours ?? ""),
  name: String(values.name),
  ...placeOf(values, couriers),
});

export function CalendarForm({ answer, couriers, provinces }: CalendarFormProps) {
  const { t } = useTranslation();
  const words = useCalendarWords();
  const field = fieldsOf(answer?.values ?? { kind: "hours" }, answer?.problem ?? null);
  return (
    <PreviewedForm
      action={CALENDAR}
      answer={answer}
      wordsOf={(values) => words.whole(dayOf(values, couriers))}
    >
      <FieldGroup title={t("settings.calendar.add")}>
        <TextField {...field("date")} type="date" required label={t("settings.calendar.date")} />
        <TextField
          {...field("name")}
          required
          maxLength={100}
          placeholder={t("settings.calendar.namePlaceholder")}
          label={t("settings.calendar.name")}
        />
        <SelectField
          {...field("kind")}
          label={t("settings.calendar.kindLabel")}
          hint={t("settings.calendar.kindHint")}
          options={KINDS.map((value) => ({ value, text: t(`settings.calendar.kind.${value}`) }))}
        />
        <CourierField field={field} couriers={couriers} />
        <ProvinceField field={field} provinces={provinces} />
        <TextField
          {...field("hours")}
          maxLength={200}
          placeholder="08.00-12.00"
          label={t("settings.calendar.hours")}
          hint={t("settings.calendar.hoursHint")}
        />
      </FieldGroup>
    </PreviewedForm>
  );
}
