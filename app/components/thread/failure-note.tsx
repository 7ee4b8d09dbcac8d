import type { OutboxError } from "../../hooks/outbox-state.ts";
import { useFailureWords } from "../../hooks/use-failure-words.ts";
import { Alert } from "../ui/problem-note.tsx";

export function FailureNote({ error }: { error: OutboxError }) {
  const words = useFailureWords();
  return (
    <div className="mt-2">
      <Alert tone="error" role="alert">
        <p>{words(error)}</p>
      </Alert>
    </div>
  );
}
