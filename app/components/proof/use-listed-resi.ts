import { type RefObject, useEffect, useState } from "react";

const listIn = (text: string) => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((one) => one !== ""),
  ),
];

export type ListedResi = {
  listed: ReadonlySet<string>;
  /** Something was typed or pasted. */
  read: () => void;
  tick: (resi: readonly string[], isOn: boolean) => void;
};

/**
 * The resi of a form. The text field is the one truth: ticking writes into it, so that its draft, its count and its
 * limit hold for both.
 */
export function useListedResi(form: RefObject<HTMLFormElement>, first: string): ListedResi {
  const [listed, setListed] = useState<ReadonlySet<string>>(() => new Set(listIn(first)));
  const fieldOf = () => form.current?.elements.namedItem("list") as HTMLTextAreaElement | null;
  const write = (resi: string[]) => {
    const field = fieldOf();
    if (!field) return;
    field.value = resi.join("\n");
    // For the draft, which listens to the form.
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setListed(new Set(resi));
  };
  const read = () => setListed(new Set(listIn(fieldOf()?.value ?? "")));
  const tick = (resi: readonly string[], isOn: boolean) => {
    const others = listIn(fieldOf()?.value ?? "").filter((one) => !resi.includes(one));
    write(isOn ? [...others, ...resi] : others);
  };
  // Ticked before scripts ran, and the draft that came back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, over what stands there.
  useEffect(() => {
    const early = form.current ? new FormData(form.current).getAll("pick").map(String) : [];
    if (early.length > 0) tick(early, true);
    else read();
  }, []);
  return { listed, read, tick };
}
