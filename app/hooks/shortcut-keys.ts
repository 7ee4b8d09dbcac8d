import { readStored, writeStored } from "./device-storage.ts";

/** In the order in which they are explained. */
export const SHORTCUTS = ["j", "k", "n", "r", "e", "u", "?"] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "defaultPrevented" | "target"
>;

const TAKEN = "input, textarea, select, [contenteditable], dialog";
const isTyping = (target: EventTarget | null) =>
  target !== null && "closest" in target && (target as Element).closest(TAKEN) !== null;

/** A single key pressed for itself: not while something is written, chosen or held down. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return undefined;
  return SHORTCUTS.find((each) => each === event.key);
}

const OFF = "shortcuts-off";

export const areShortcutsOn = (): boolean => readStored(OFF) !== true;
export const setShortcutsOn = (isOn: boolean): boolean => writeStored(OFF, !isOn);
