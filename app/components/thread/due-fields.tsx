import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import { useNow } from "../../hooks/use-now.ts";
import { localDay } from "./pickup-windows.ts";

const HOUR_MS = 60 * 60 * 1000;

/** When an instruction must be done by; empty where it has all the time. */
export function DueFields({ zone }: { zone: TimeZone }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-dense font-medium">
        {t("thread.composer.instruction.due")}
      </legend>
      <div className="flex flex-wrap items-center gap-2">
        <DueField name="dueDate" type="date" min={localDay(now, zone).date} />
        <DueField name="dueTime" type="time" />
        <span className="text-dense text-muted">{t(`zone.${zone}`)}</span>
      </div>
    </fieldset>
  );
}

type DueFieldProps = { name: "dueDate" | "dueTime"; type: "date" | "time"; min?: string };

function DueField({ name, type, min }: DueFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {t(`thread.composer.instruction.${name}`)}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        min={min}
        autoComplete="off"
        suppressHydrationWarning
        className="input input-sm w-auto min-w-32 flex-1 pointer-coarse:min-h-11 @md:flex-none"
      />
    </>
  );
}

/** What the catalogue proposes for the chosen instruction, on the full hour; nothing where it proposes none. */
export function proposeDue(
  form: HTMLFormElement,
  hours: number | undefined,
  { now, zone }: { now: number; zone: TimeZone },
): void {
  const due = hours === undefined ? null : localDay(now + hours * HOUR_MS, zone);
  const fill = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  fill("dueDate", due?.date ?? "");
  fill("dueTime", due ? `${String(due.hour).padStart(2, "0")}:00` : "");
}
