import type { SendError } from "../../hooks/retry-state.ts";
import { useFailureWords } from "../../hooks/use-failure-words.ts";
import { Alert } from "../ui/problem-note.tsx";

export function FailureNote({ error }: { error: SendError }) {
  const words = useFailureWords();
  return (
    <div className="mt-2">
      <Alert tone="error" role="alert">
        <p>{words(error)}</p>
      </Alert>
    </div>
  );
}
