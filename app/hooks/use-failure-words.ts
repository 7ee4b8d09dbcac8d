import { useTranslation } from "react-i18next";
import { type SendError, UNREACHED } from "./retry-state.ts";
import { useProblemWords } from "./use-problem-words.ts";

/** A sentence for what the server refused, and for what never reached it. */
export function useFailureWords(): (error: SendError) => string {
  const { t } = useTranslation();
  const words = useProblemWords();
  return (error) => {
    if (error.code === UNREACHED.code) return t("thread.outbox.unreached");
    return words.sentence(error.code, error.params);
  };
}
