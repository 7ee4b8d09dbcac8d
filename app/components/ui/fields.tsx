import { type ComponentProps, type ReactNode, useId } from "react";
import type { Problem } from "../../contracts/errors.ts";
import { FieldError } from "./field-error.tsx";

type Values = Record<string, string | string[]>;

/** A field's name with what was typed into it and what is wrong with that. */
export const fieldsOf = (values: Values, problem: Problem | null) => (name: string) => ({
  name,
  value: [values[name] ?? ""].flat().at(-1) ?? "",
  error: problem?.fields[name],
});

type Common = {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  hint?: string;
  className?: string;
};

type FrameProps = Pick<Common, "label" | "error" | "hint" | "className"> & {
  id: string;
  children: ReactNode;
};

function Frame({ id, label, error, hint, className = "", children }: FrameProps) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="mb-0.5 block text-dense font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} code={error} />
    </div>
  );
}

const LOOK = "h-11 w-full border-edge text-base sm:h-9 sm:text-sm";

const describedBy = (id: string, error: unknown, hint: unknown) =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;

type TextFieldProps = Common &
  Pick<ComponentProps<"input">, "type" | "required" | "maxLength" | "placeholder" | "min" | "max"> &
  Pick<ComponentProps<"input">, "inputMode">;

export function TextField(props: TextFieldProps) {
  const { name, label, value, error, hint, className, ...input } = props;
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint} className={className}>
      <input
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
        autoComplete="off"
        className={`input ${LOOK}`}
        {...input}
      />
    </Frame>
  );
}

type SelectFieldProps = Common & {
  required?: boolean;
  options: readonly { value: string; text: string }[];
};

export function SelectField(props: SelectFieldProps) {
  const { name, label, value, error, hint, className, options, required } = props;
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint} className={className}>
      <select
        id={id}
        name={name}
        defaultValue={value}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
        className={`select ${LOOK}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type TickFieldProps = { name: string; value: string; label: string; isTicked: boolean };

export function TickField({ name, value, label, isTicked }: TickFieldProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-9">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isTicked}
        className="checkbox checkbox-sm border-edge"
      />
      {label}
    </label>
  );
}
