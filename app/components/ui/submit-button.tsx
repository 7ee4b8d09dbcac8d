import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";

type SubmitButtonProps = {
  children: ReactNode;
  /** Shown while this form is on its way. */
  pendingText?: string;
  /** For a fetcher's form; without it the page's own navigation counts. */
  pending?: boolean;
  className?: string;
  look?: "btn-primary" | "";
  /** Where the text alone does not say what it is about. */
  label?: string;
  name?: string;
  value?: string;
};

export function SubmitButton({
  children,
  pendingText,
  className = "",
  look = "btn-primary",
  label,
  ...rest
}: SubmitButtonProps) {
  const navigation = useNavigation();
  const { pending = navigation.state === "submitting", name, value } = rest;
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={`btn ${look} ${className}`}
      // Not `disabled`: the focus would be lost and a disabled button's value is not sent.
      aria-label={label}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending && <span aria-hidden="true" className="loading loading-spinner loading-xs" />}
      {pending && pendingText ? pendingText : children}
    </button>
  );
}
