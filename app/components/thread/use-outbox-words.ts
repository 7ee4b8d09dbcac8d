import { useTranslation } from "react-i18next";
import type { OutboxItem } from "../../hooks/outbox-state.ts";
import { BUSY, LIMITED, SIGNED_OUT, UNREACHED } from "../../hooks/retry-state.ts";
import { useProblemWords } from "../../hooks/use-problem-words.ts";

/** Why a message has not gone yet. */
export function useOutboxWords(): (item: OutboxItem) => string {
  const { t } = useTranslation();
  const words = useProblemWords();
  return ({ error }) => {
    if (error === null) return t("thread.outbox.behind");
    if (error.code === UNREACHED.code) return t("thread.outbox.waiting");
    if (error.code === BUSY.code) return t("thread.outbox.busy");
    if (error.code === LIMITED.code) return t("thread.outbox.limited");
    if (error.code === SIGNED_OUT.code) return t("thread.outbox.signedOut");
    return words.sentence(error.code, error.params);
  };
}
