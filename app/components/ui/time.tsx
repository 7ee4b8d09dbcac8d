import type { TimeZone } from "../../contracts/services.ts";
import type { Instant } from "../../contracts/views.ts";
import { useNow } from "../../hooks/use-now.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

export type MomentMode = "absolute" | "day" | "date" | "clock" | "relative";
type MomentProps = { at: Instant; zone: TimeZone; mode?: MomentMode; className?: string };

/** Every time on a page: short where it is read, complete in the tooltip and for machines. */
export function Moment({ at, zone, mode = "absolute", className }: MomentProps) {
  const words = useTimeWords();
  const now = useNow();
  const text = mode === "relative" ? words.relative(at, now) : words[mode](at, zone);
  return (
    // Month names may differ between the server's ICU and the browser's.
    <time
      dateTime={at}
      title={words.absolute(at, zone)}
      className={className}
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}
