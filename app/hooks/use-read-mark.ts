import { useEffect, useRef } from "react";
import type { Cursor } from "../contracts/views.ts";

const SETTLE_MS = 700;

type ReadMarkOptions = { code: string; cursor: Cursor; isNewestInSight: boolean };

/** Tells the server what was truly in front of somebody: newest entry in sight, tab in front. */
export function useReadMark({ code, cursor, isNewestInSight }: ReadMarkOptions): void {
  const told = useRef("");
  const { everyone, notes } = cursor;
  useEffect(() => {
    const mark = `${everyone}/${notes}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellSoon = () => {
      clearTimeout(timer);
      if (!isNewestInSight || document.visibilityState !== "visible") return;
      if (told.current === mark) return;
      timer = setTimeout(async () => {
        if (await tell(code, { everyone, notes })) told.current = mark;
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

async function tell(code: string, { everyone, notes }: Cursor): Promise<boolean> {
  const body = new URLSearchParams({ everyone: String(everyone), notes: String(notes) });
  try {
    const url = `/pickup-problem/${code}/read`;
    const response = await fetch(url, {
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
