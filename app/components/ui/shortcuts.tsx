import Keyboard from "lucide-react/icons/keyboard";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { areShortcutsOn, type Shortcut, shortcutOf } from "../../hooks/shortcut-keys.ts";

const ShortcutHelp = lazy(() => import("./shortcut-help.tsx"));

const isShown = (element: Element) => element.getClientRects().length > 0;
const rowsOf = () => [...document.querySelectorAll<HTMLElement>(".row-link")];

/** Where the focus is goes before what is open: keys may come faster than pages. */
function placeIn(rows: HTMLElement[]): number {
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  return focused === -1 ? rows.findIndex((row) => row.hasAttribute("aria-current")) : focused;
}

function open(row: HTMLElement | undefined): void {
  row?.focus();
  row?.click();
}

function openBeside(by: 1 | -1): void {
  const rows = rowsOf();
  const at = placeIn(rows);
  open(at === -1 ? rows[0] : rows[at + by]);
}

function openNextUnread(): void {
  const rows = rowsOf();
  const at = placeIn(rows);
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  open(round.find((row) => row.closest("[data-unread]")));
}

const pressLast = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].at(-1)?.click();

const focusReply = () =>
  [...document.querySelectorAll<HTMLElement>("[data-composer] textarea")].find(isShown)?.focus();

/** What a page offers for a key it marks in its own markup, so that no page must know the keys. */
const DO: Record<Exclude<Shortcut, "?">, () => void> = {
  j: () => openBeside(1),
  k: () => openBeside(-1),
  n: openNextUnread,
  r: focusReply,
  e: () => pressLast("[data-edit-own]"),
  u: () => pressLast("[data-mark-unread]"),
};

/** The line in the menu, and the keys themselves. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = shortcutOf(event);
      if (!key || !areShortcutsOn()) return;
      // The key must not land in the field that it opens.
      event.preventDefault();
      if (key === "?") setIsOpen(true);
      else DO[key]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button type="button" className="menu-line js-only" onClick={() => setIsOpen(true)}>
        <Keyboard aria-hidden="true" className="size-4" />
        {t("shortcut.title")}
      </button>
      {isOpen && (
        <Suspense>
          <ShortcutHelp onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
