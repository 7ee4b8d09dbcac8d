import { type FormEvent, useState } from "react";
import type { LiveThread } from "../../hooks/use-thread.ts";
import { countNews } from "./log-lines.ts";

/** Whether something stands in the composer, and what others wrote since it began to. */
export function useWriting({ entries, tellTyping }: LiveThread, userId: string) {
  const [since, setSince] = useState<{ id: string | undefined } | null>(null);
  const onInput = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    if (target.value.trim() === "") return setSince(null);
    setSince((begun) => begun ?? { id: entries.at(-1)?.id });
    tellTyping(target.closest("[data-kind=note]") ? "notes" : "everyone");
  };
  return {
    onInput,
    /** Sent, or given up. */
    onDone: () => setSince(null),
    isWriting: since !== null,
    newSince: since ? countNews(entries, since.id, userId) : 0,
    /** Those are known now. */
    onSeen: () => setSince({ id: entries.at(-1)?.id }),
  };
}
