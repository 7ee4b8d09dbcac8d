import { type RefObject, useCallback, useEffect, useRef } from "react";
import { readStored, removeStored, writeStored } from "./device-storage.ts";
import { type DraftFields, isDraft, isWorthKeeping, mayRestore } from "./draft-state.ts";

const SAVE_AFTER_MS = 250;

type DraftOptions = {
  /** Names the form on this device, such as `note/<user>/<code>`. */
  name: string;
  form: RefObject<HTMLFormElement>;
  /** Text and select fields to keep. */
  fields: readonly string[];
  /** Off where the server sent the values back. */
  restore?: boolean;
};

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What was typed, kept on this device until it is sent. The fields stay uncontrolled: text typed
 * before hydration survives it, and the server's markup never differs from the browser's.
 */
export function useDraft({ name, form, fields, restore = true }: DraftOptions): {
  clear: () => void;
} {
  const key = `draft/${name}`;
  const list = fields.join(" ");
  /** What this tab last read or wrote. A tab where nothing was typed must not undo another's draft. */
  const known = useRef("");
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const names = list.split(" ");
    const read = () => readFields(element, names, restore);
    if (restore) fill(element, names, readStored(key));
    known.current = JSON.stringify(restore ? read() : {});
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      const values = read();
      if (JSON.stringify(values) === known.current) return;
      known.current = JSON.stringify(values);
      keep(key, values);
    };
    let isTypedHere = false;
    const saveSoon = () => {
      isTypedHere = true;
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER_MS);
    };
    const followOtherTab = (event: StorageEvent) => {
      if (event.key !== key || event.newValue !== null) return;
      if (!isTypedHere) return empty(element, names);
      known.current = "";
      save();
    };
    element.addEventListener("input", saveSoon);
    window.addEventListener("pagehide", save);
    window.addEventListener("storage", followOtherTab);
    return () => {
      clearTimeout(timer);
      save();
      element.removeEventListener("input", saveSoon);
      window.removeEventListener("pagehide", save);
      window.removeEventListener("storage", followOtherTab);
    };
  }, [key, form, list, restore]);
  const clear = useCallback(() => {
    if (form.current) {
      known.current = JSON.stringify(readFields(form.current, list.split(" "), restore));
    }
    removeStored(key);
  }, [key, form, list, restore]);
  return { clear };
}

function keep(key: string, values: DraftFields): void {
  if (isWorthKeeping(values)) writeStored(key, values);
  else removeStored(key);
}

/** Only what a person changed, so that an old draft never hides newer values of the server. */
function readFields(form: HTMLFormElement, names: string[], changedOnly: boolean): DraftFields {
  const data = new FormData(form);
  const isOwn = (name: string) => {
    const field = form.elements.namedItem(name) as Field | null;
    return !changedOnly || data.get(name) !== (field && defaultOf(field));
  };
  return Object.fromEntries(
    names.filter(isOwn).map((name) => [name, String(data.get(name) ?? "")]),
  );
}

function fill(form: HTMLFormElement, names: string[], stored: unknown): void {
  if (!isDraft(stored)) return;
  for (const name of names) {
    const value = stored[name];
    const field = form.elements.namedItem(name) as Field | null;
    if (!value || !field) continue;
    if (mayRestore(field.value, defaultOf(field))) field.value = value;
  }
}

/** Sent from another tab: what is shown here was the same text. */
function empty(form: HTMLFormElement, names: string[]): void {
  for (const name of names) {
    const field = form.elements.namedItem(name) as Field | null;
    if (field) field.value = defaultOf(field);
  }
}

const defaultOf = (field: Field) => ("defaultValue" in field ? field.defaultValue : "");
