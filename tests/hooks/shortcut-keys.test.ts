import { expect, it } from "vitest";
import { SHORTCUTS, shortcutOf } from "#app/hooks/shortcut-keys.ts";

const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) =>
  shortcutOf({
    ...{ key, ctrlKey: false, altKey: false, metaKey: false, target: null },
    ...{ isComposing: false, defaultPrevented: false, ...more },
  });

it("hears a single key only where it stands for itself", () => {
  expect(SHORTCUTS.map((key) => press(key))).toEqual([...SHORTCUTS]);
  for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"] as const)
    expect(press("j", { [held]: true })).toBeUndefined();
  for (const key of ["J", "x", "Enter", " ", ""]) expect(press(key)).toBeUndefined();
});
