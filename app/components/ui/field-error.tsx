import { useProblemWords } from "../../hooks/use-problem-words.ts";

/** Pair it with `aria-describedby={id}` and `aria-invalid` on the field. */
export function FieldError({ id, code }: { id: string; code: string | undefined }) {
  const words = useProblemWords();
  if (!code) return null;
  return (
    <p id={id} className="mt-1 text-dense text-error">
      {words.sentence(code)}
    </p>
  );
}
