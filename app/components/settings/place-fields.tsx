import { useTranslation } from "react-i18next";
import type { CourierView } from "../../contracts/views.ts";
import { type fieldsOf, SelectField } from "../ui/fields.tsx";

type FieldProps = { field: ReturnType<typeof fieldsOf> };

export function CourierField({ field, couriers }: FieldProps & { couriers: CourierView[] }) {
  const { t } = useTranslation();
  return (
    <SelectField
      {...field("courier")}
      label={t("field.courier")}
      options={[
        { value: "", text: t("rule.anyCourier") },
        ...couriers.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  );
}

export function ProvinceField({ field, provinces }: FieldProps & { provinces: string[] }) {
  const { t } = useTranslation();
  return (
    <SelectField
      {...field("province")}
      label={t("rule.province")}
      options={[
        { value: "", text: t("rule.anyProvince") },
        ...provinces.map((name) => ({ value: name, text: name })),
      ]}
    />
  );
}
