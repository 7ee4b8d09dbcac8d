import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TRACKING_SOURCE_NAMES } from "../../contracts/tracking.ts";
import { DELIVERY_TABS, type DeliveryTab } from "../../contracts/tracking-views.ts";
import { FilterSelect } from "../board/filter-form.tsx";

const DELIVERIES = "/tracking/deliveries";

type DeliveryFilterProps = { tab: DeliveryTab; source: string | null };

export function DeliveryFilter({ tab, source }: DeliveryFilterProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <nav aria-label={t("tracking.tab.label")}>
        <ul className="flex flex-wrap gap-1.5">
          {DELIVERY_TABS.map((each) => (
            <li key={each}>
              <Link
                to={`${DELIVERIES}?${new URLSearchParams({ tab: each, ...(source && { source }) })}`}
                aria-current={each === tab ? "page" : undefined}
                className="pill-link"
              >
                {t(`tracking.tab.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form method="get" action={DELIVERIES} className="flex gap-2 max-sm:w-full">
        <input type="hidden" name="tab" value={tab} />
        <FilterSelect
          name="source"
          label={t("tracking.source")}
          value={source ?? ""}
          options={[
            { value: "", text: t("tracking.anySource") },
            ...TRACKING_SOURCE_NAMES.map((value) => ({
              value,
              text: t(`trackingSource.${value}`),
            })),
          ]}
        />
        <button type="submit" className="btn filter-control">
          {t("action.apply")}
        </button>
      </Form>
    </div>
  );
}
