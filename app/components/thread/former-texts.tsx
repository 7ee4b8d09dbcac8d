import type { TimeZone } from "../../contracts/services.ts";
import type { FormerText } from "../../contracts/thread-views.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

type FormerTextsProps = { texts: Pick<FormerText, "body" | "at">[]; zone: TimeZone };

export function FormerTexts({ texts, zone }: FormerTextsProps) {
  const time = useTimeWords();
  return (
    <ol className="mt-1 space-y-1 border-s-2 border-base-300 ps-2">
      {texts.map(({ body, at }) => (
        <li key={at}>
          <span suppressHydrationWarning>{time.clock(at, zone)}</span>
          <p className="whitespace-pre-wrap text-base-content [overflow-wrap:anywhere]">{body}</p>
        </li>
      ))}
    </ol>
  );
}
