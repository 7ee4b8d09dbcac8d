import type { Problem } from "../../contracts/errors.ts";
import { useProblemWords } from "../../hooks/use-problem-words.ts";

type FieldErrorProps = { id: string; code: string | undefined; params?: Problem["params"] };

/** Pair it with `aria-describedby={id}` and `aria-invalid` on the field. */
export function FieldError({ id, code, params }: FieldErrorProps) {
  const words = useProblemWords();
  if (!code) return null;
  return (
    <p id={id} className="mt-1 text-dense text-error">
      {words.sentence(code, params)}
    </p>
  );
}
