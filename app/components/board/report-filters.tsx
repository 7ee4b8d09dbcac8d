import { useTranslation } from "react-i18next";
import { CATEGORIES, type Category } from "../../contracts/categories.ts";
import { REPORT_SORTS, type ReportSort } from "../../contracts/reports.ts";
import type { CourierView } from "../../contracts/views.ts";
import { FilterForm, FilterSelect } from "./filter-form.tsx";

export type ReportFilterValues = {
  category: Category | null;
  courier: string | null;
  q: string;
  sort: ReportSort;
};

type ReportFiltersProps = {
  tab: string;
  filters: ReportFilterValues;
  /** Empty where the viewer is a courier: the list holds one courier only. */
  couriers: readonly CourierView[];
};

export function ReportFilters({ tab, filters, couriers }: ReportFiltersProps) {
  const { t } = useTranslation();
  const active = [filters.category, filters.courier].filter(Boolean).length;
  return (
    <FilterForm tab={tab} q={filters.q} active={active}>
      <FilterSelect
        name="category"
        label={t("filter.category")}
        value={filters.category ?? ""}
        options={[
          { value: "", text: t("filter.anyCategory") },
          ...CATEGORIES.map((value) => ({ value, text: t(`category.${value}.label`) })),
        ]}
      />
      {couriers.length > 0 && <CourierSelect couriers={couriers} value={filters.courier} />}
      <FilterSelect
        name="sort"
        label={t("filter.sort")}
        value={filters.sort}
        options={REPORT_SORTS.map((value) => ({ value, text: t(`sort.${value}`) }))}
      />
    </FilterForm>
  );
}

type CourierSelectProps = { couriers: readonly CourierView[]; value: string | null };

export function CourierSelect({ couriers, value }: CourierSelectProps) {
  const { t } = useTranslation();
  return (
    <FilterSelect
      name="courier"
      label={t("filter.courier")}
      value={value ?? ""}
      options={[
        { value: "", text: t("filter.anyCourier") },
        ...couriers.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  );
}
