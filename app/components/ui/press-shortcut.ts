import { areShortcutsOn, type Shortcut, shortcutOf } from "../../hooks/shortcut-keys.ts";

const HEADING_MS = 3_000;
const isShown = (element: Element) => element.getClientRects().length > 0;
const rowsOf = () => [...document.querySelectorAll<HTMLAnchorElement>(".row-link")];

/** Where the focus is goes before what is open: keys may come faster than pages. */
function placeIn(rows: HTMLAnchorElement[]): number {
  const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
  return focused === -1 ? rows.findIndex((row) => row.hasAttribute("aria-current")) : focused;
}

/** The report that a key has just opened, and which may still be on its way. */
let heading = { path: "", until: 0 };

function open(row: HTMLAnchorElement | undefined): void {
  if (!row) return;
  row.focus();
  row.click();
  heading = { path: row.pathname, until: Date.now() + HEADING_MS };
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

/** The reply to the report that is asked for, and never to the one that is just being left. */
function focusReply(): void {
  const { path, until } =
    heading.until > Date.now() ? heading : { path: location.pathname, until: 0 };
  const fields = `[data-composer] form[action^="${CSS.escape(path)}/"] textarea`;
  const field = [...document.querySelectorAll<HTMLElement>(fields)].find(isShown);
  if (field) field.focus();
  else if (Date.now() < until) requestAnimationFrame(focusReply);
}

/** What a page offers for a key it marks in its own markup, so that no page must know the keys. */
const DO: Record<Exclude<Shortcut, "?">, () => void> = {
  j: () => openBeside(1),
  k: () => openBeside(-1),
  n: openNextUnread,
  r: focusReply,
  e: () => pressLast("[data-edit-own]"),
  u: () => pressLast("[data-mark-unread]"),
};

/** @returns how to stop. */
export function listenToKeys(onHelp: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const key = shortcutOf(event);
    if (!key || !areShortcutsOn()) return;
    // The key must not land in the field that it opens.
    event.preventDefault();
    if (key === "?") onHelp();
    else DO[key]();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
