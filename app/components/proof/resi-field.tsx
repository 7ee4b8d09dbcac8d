import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldError } from "../ui/field-error.tsx";

type ResiFieldProps = { value: string; error: string | undefined; max: number };

const countResi = (text: string) =>
  new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((one) => one !== ""),
  ).size;

/** A column pasted from a spreadsheet, counted while it is there to be read. */
export function ResiField({ value, error, max }: ResiFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [count, setCount] = useState(countResi(value));
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-semibold">
          {t("proof.new.list")}
        </label>
        <output
          htmlFor={id}
          className={`text-dense tabular-nums ${count > max ? "font-medium text-error" : "text-muted"}`}
        >
          {count > 0 && t("proof.new.listed", { count })}
        </output>
      </div>
      <p id={`${id}-hint`} className="mb-1 text-dense text-muted">
        {t("proof.new.listHint", { max })}
      </p>
      <textarea
        id={id}
        name="list"
        rows={5}
        defaultValue={value}
        spellCheck={false}
        autoCapitalize="characters"
        onChange={(event) => setCount(countResi(event.currentTarget.value))}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={Boolean(error)}
        className="textarea max-h-80 min-h-32 w-full border-edge font-mono"
      />
      <FieldError id={`${id}-error`} code={error} />
    </div>
  );
}
