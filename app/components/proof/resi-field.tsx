import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldError } from "../ui/field-error.tsx";

type ResiFieldProps = {
  value: string;
  error: string | undefined;
  /** Resi that stand in it now. */
  count: number;
  max: number;
  onRead: () => void;
};

/** A column pasted from a spreadsheet, counted while it is there to be read. */
export function ResiField({ value, error, count, max, onRead }: ResiFieldProps) {
  const { t } = useTranslation();
  const id = useId();
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
        onChange={onRead}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={Boolean(error)}
        className="textarea max-h-80 min-h-32 w-full border-edge font-mono"
      />
      <FieldError id={`${id}-error`} code={error} />
    </div>
  );
}
