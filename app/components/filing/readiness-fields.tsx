import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ReadinessView } from "../../contracts/views.ts";
import { FieldError } from "../ui/field-error.tsx";

type ReadinessFieldsProps = {
  values: ReadinessView;
  missing: (keyof ReadinessView)[];
  errors: Record<string, string>;
};

type Shape = { name: keyof ReadinessView; type: "text" | "tel"; wide: boolean; max: number };

const FIELDS: readonly Shape[] = [
  { name: "street", type: "text", wide: true, max: 200 },
  { name: "rt", type: "text", wide: false, max: 10 },
  { name: "rw", type: "text", wide: false, max: 10 },
  { name: "ward", type: "text", wide: true, max: 200 },
  { name: "landmark", type: "text", wide: true, max: 300 },
  { name: "whatsapp", type: "tel", wide: true, max: 30 },
];

/** What a courier needs to find the parcel. Says what is missing and never blocks. */
export function ReadinessFields({ values, missing, errors }: ReadinessFieldsProps) {
  const { t } = useTranslation();
  const list = missing.map((name) => t(`filing.describe.readiness.${name}`)).join(", ");
  return (
    <fieldset className="rounded-box border border-base-300 bg-base-100 p-3">
      <legend className="px-1 font-semibold">{t("filing.describe.readiness.title")}</legend>
      <p className="text-dense text-muted">{t("filing.describe.readiness.lead")}</p>
      <p className="mt-1 mb-3 text-dense font-medium">
        {list
          ? t("filing.describe.readiness.missing", { list })
          : t("filing.describe.readiness.complete")}
      </p>
      <div className="grid grid-cols-2 gap-3">
        {FIELDS.map((field) => (
          <ReadinessField
            key={field.name}
            {...field}
            value={values[field.name]}
            error={errors[`readiness.${field.name}`]}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ReadinessFieldProps = Shape & { value: string; error: string | undefined };

function ReadinessField({ name, type, wide, max, value, error }: ReadinessFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const placeholder =
    name === "rt" || name === "rw" ? "003" : t(`filing.describe.readiness.placeholder.${name}`);
  return (
    <div className={wide ? "col-span-2" : ""}>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {t(`filing.describe.readiness.${name}`)}
      </label>
      <input
        id={id}
        name={`readiness.${name}`}
        type={type}
        inputMode={name === "rt" || name === "rw" ? "numeric" : undefined}
        maxLength={max}
        defaultValue={value}
        placeholder={placeholder}
        aria-invalid={Boolean(error)}
        aria-describedby={error && `${id}-error`}
        className="input w-full"
      />
      <FieldError id={`${id}-error`} code={error} />
    </div>
  );
}
