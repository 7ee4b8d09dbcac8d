import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import { useNow } from "../../hooks/use-now.ts";
import { localDay, type PickupWindow, quickWindows } from "./pickup-windows.ts";

/** Date, window and who comes. Empty where the chosen instruction is no promise. */
export function PromiseFields({ zone }: { zone: TimeZone }) {
  const { t } = useTranslation();
  const now = useNow();
  const box = useRef<HTMLFieldSetElement>(null);

  const choose = (window: PickupWindow) => {
    for (const name of ["date", "from", "to"] as const) {
      const field = box.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (field) field.value = window[name];
    }
  };

  return (
    <fieldset ref={box} className="rounded-field border border-base-300 p-3">
      <legend className="px-1 text-dense font-semibold">{t("thread.promise.window")}</legend>
      <QuickPicks windows={quickWindows(now, zone)} onChoose={choose} />
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-[2fr_1fr_1fr]">
        <div className="col-span-2 sm:col-span-1">
          <Field name="date" type="date" min={localDay(now, zone).date} />
        </div>
        <Field name="from" type="time" />
        <Field name="to" type="time" />
      </div>
      <p className="mt-1 mb-2 text-dense text-muted">
        {t("thread.promise.zone", { zone: t(`zone.${zone}`) })}
      </p>
      <div className="grid gap-2 sm:grid-cols-3">
        <Field name="courierName" type="text" />
        <Field name="courierPhone" type="tel" />
        <Field name="courierPlate" type="text" />
      </div>
    </fieldset>
  );
}

type FieldName = "date" | "from" | "to" | "courierName" | "courierPhone" | "courierPlate";
type FieldProps = { name: FieldName; type: "date" | "time" | "text" | "tel"; min?: string };

function Field({ name, type, min }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {t(`thread.promise.${name}`)}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        min={min}
        autoComplete="off"
        suppressHydrationWarning
        className="input input-sm w-full"
      />
    </div>
  );
}

type QuickPicksProps = { windows: PickupWindow[]; onChoose: (window: PickupWindow) => void };

function QuickPicks({ windows, onChoose }: QuickPicksProps) {
  const { t } = useTranslation();
  const dotted = (time: string) => time.replace(":", ".");
  return (
    <fieldset className="js-only mb-2">
      <legend className="sr-only">{t("thread.promise.quick")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {windows.map((window) => (
          <button
            key={window.date + window.from}
            type="button"
            className="btn btn-xs h-7"
            suppressHydrationWarning
            onClick={() => onChoose(window)}
          >
            {t(`thread.promise.${window.day}`, {
              from: dotted(window.from),
              to: dotted(window.to),
            })}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
