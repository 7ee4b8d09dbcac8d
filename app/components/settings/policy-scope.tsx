import { useTranslation } from "react-i18next";
import type { Problem } from "../../contracts/errors.ts";
import { SERVICE_KINDS } from "../../contracts/services.ts";
import type { PolicyView, RuleValues } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { fieldsOf, SelectField, TextField } from "../ui/fields.tsx";
import { FieldGroup } from "./field-group.tsx";
import { CourierField, ProvinceField } from "./place-fields.tsx";

type PolicyScopeProps = {
  base: PolicyView | null;
  values: RuleValues;
  problem: Problem | null;
  couriers: CourierView[];
  provinces: string[];
};

/** Whom the rule is for, and from when on. A new version is for whom the one before it is. */
export function PolicyScope({ base, values, problem, couriers, provinces }: PolicyScopeProps) {
  const { t } = useTranslation();
  const field = fieldsOf(values, problem);
  return (
    <FieldGroup title={t("settings.policy.scope")}>
      {base ? (
        ["service", "courier", "province"].map((name) => (
          <input key={name} type="hidden" name={name} value={field(name).value} />
        ))
      ) : (
        <>
          <SelectField
            {...field("service")}
            label={t("field.service")}
            options={SERVICE_KINDS.map((value) => ({ value, text: t(`service.${value}`) }))}
          />
          <CourierField field={field} couriers={couriers} />
          <ProvinceField field={field} provinces={provinces} />
        </>
      )}
      <TextField
        {...field("validFrom")}
        type="date"
        required
        label={t("settings.validFrom")}
        hint={t("settings.policy.validFromHint")}
      />
      <TextField
        {...field("note")}
        maxLength={300}
        label={t("settings.note")}
        hint={t("settings.noteHint")}
        className="sm:max-lg:col-span-2"
      />
    </FieldGroup>
  );
}
