import { useEffect, useRef } from "react";
import type { EntryView } from "../contracts/views.ts";

const SETTLE_MS = 700;

type ReadMarkOptions = {
  code: string;
  entries: EntryView[];
  /** In which turn of reading the page was opened: what is marked as unread later stays so. */
  turn: number;
  isNewestInSight: boolean;
};

const topOf = (entries: EntryView[], isNote: boolean) =>
  entries.findLast((entry) => (entry.audience !== "everyone") === isNote)?.seq ?? 0;

/** Tells the server what was truly in front of somebody: newest entry in sight, tab in front. */
export function useReadMark(options: ReadMarkOptions): void {
  const { code, entries, isNewestInSight } = options;
  const told = useRef("");
  const turn = useRef(options.turn);
  const everyone = topOf(entries, false);
  const notes = topOf(entries, true);
  useEffect(() => {
    const mark = `${everyone}/${notes}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellSoon = () => {
      clearTimeout(timer);
      if (!isNewestInSight || document.visibilityState !== "visible") return;
      if (told.current === mark) return;
      timer = setTimeout(async () => {
        if (await tell(code, { everyone, notes, turn: turn.current })) told.current = mark;
      }, SETTLE_MS);
    };
    tellSoon();
    document.addEventListener("visibilitychange", tellSoon);
    window.addEventListener("online", tellSoon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tellSoon);
      window.removeEventListener("online", tellSoon);
    };
  }, [code, everyone, notes, isNewestInSight]);
}

type Mark = { everyone: number; notes: number; turn: number };

async function tell(code: string, mark: Mark): Promise<boolean> {
  const body = new URLSearchParams(
    Object.entries(mark).map(([name, value]) => [name, String(value)]),
  );
  try {
    const response = await fetch(`/pickup-problem/${code}/read`, {
      method: "POST",
      body,
      keepalive: true,
      headers: { Accept: "application/json" },
    });
    return response.ok;
  } catch {
    return false;
  }
}
