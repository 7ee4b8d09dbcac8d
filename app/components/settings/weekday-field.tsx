import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldError } from "../ui/field-error.tsx";
import { TickField } from "../ui/fields.tsx";

/** ISO weekdays, Monday is 1. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type WeekdayFieldProps = {
  name: string;
  label: string;
  values: string | string[] | undefined;
  error: string | undefined;
};

export function WeekdayField({ name, label, values, error }: WeekdayFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const ticked = [values ?? []].flat();
  return (
    <fieldset aria-describedby={error && id}>
      <legend className="text-dense font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {WEEKDAYS.map((day) => (
          <TickField
            key={day}
            name={name}
            value={String(day)}
            label={t(`weekday.${day}`)}
            isTicked={ticked.includes(String(day))}
          />
        ))}
      </div>
      <FieldError id={id} code={error} />
    </fieldset>
  );
}
