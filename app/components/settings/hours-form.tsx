import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TIME_ZONES } from "../../contracts/services.ts";
import type { RuleAnswer, RuleValues } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { fieldsOf, SelectField, TextField } from "../ui/fields.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";
import { HOURS } from "./addresses.ts";
import { FieldGroup } from "./field-group.tsx";
import { CourierField } from "./place-fields.tsx";
import { WeekdayField } from "./weekday-field.tsx";

const EMPTY: RuleValues = {
  side: "courier",
  days: ["1", "2", "3", "4", "5", "6"],
  open: "08.00",
  close: "20.00",
  zone: "Asia/Jakarta",
  targetMinutes: "120",
};

/** Two zones are both WIB. */
const ZONES = TIME_ZONES.filter((zone) => zone !== "Asia/Pontianak");

type HoursFormProps = { answer: RuleAnswer | null; couriers: CourierView[] };

export function HoursForm({ answer, couriers }: HoursFormProps) {
  const { t } = useTranslation();
  const values = answer?.values ?? EMPTY;
  const field = fieldsOf(values, answer?.problem ?? null);
  const time = { required: true, maxLength: 5 };
  return (
    <Form method="post" action={HOURS} className="space-y-4">
      <FieldGroup title={t("settings.hours.add")}>
        <SelectField
          {...field("side")}
          label={t("settings.hours.side")}
          options={(["courier", "support", "seller"] as const).map((value) => ({
            value,
            text: t(`side.${value}`),
          }))}
        />
        <CourierField field={field} couriers={couriers} />
        <TextField {...field("validFrom")} type="date" required label={t("settings.validFrom")} />
        <div className="sm:col-span-2 lg:col-span-3">
          <WeekdayField
            name="days"
            label={t("settings.hours.days")}
            values={values.days}
            error={answer?.problem?.fields.days}
          />
        </div>
        <TextField {...field("open")} {...time} label={t("settings.hours.open")} />
        <TextField
          {...field("close")}
          {...time}
          label={t("settings.hours.close")}
          hint={t("settings.hours.closeHint")}
        />
        <SelectField
          {...field("zone")}
          label={t("settings.hours.zone")}
          options={ZONES.map((value) => ({ value, text: t(`zone.${value}`) }))}
        />
        <TextField
          {...field("targetMinutes")}
          inputMode="numeric"
          maxLength={5}
          label={t("settings.hours.targetMinutes")}
          hint={t("settings.hours.targetHint")}
        />
        <TextField
          {...field("note")}
          maxLength={300}
          label={t("settings.note")}
          hint={t("settings.noteHint")}
        />
      </FieldGroup>
      <SubmitButton>{t("settings.hours.save")}</SubmitButton>
    </Form>
  );
}
