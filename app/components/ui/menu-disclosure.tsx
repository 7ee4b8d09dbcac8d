import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

type MenuDisclosureProps = {
  summary: ReactNode;
  /** Where the summary alone does not say it. */
  label?: string;
  look?: string;
  children: ReactNode;
};

const BAR = "btn btn-ghost min-h-11 gap-1.5 px-2.5 font-medium lg:min-h-8 lg:h-8";

/** A `<details>`, so it opens without script; with script it also closes as a menu should. */
export function MenuDisclosure({ summary, label, look = BAR, children }: MenuDisclosureProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the menu
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (box.current?.open && !box.current.contains(event.target as Node))
        box.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !box.current?.open) return;
      box.current.open = false;
      box.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);

  return (
    <details ref={box} className="relative">
      <summary className={look}>
        {summary}
        {label && <span className="sr-only">{label}</span>}
      </summary>
      <div className="absolute end-0 top-full z-40 mt-1 w-72 max-w-[calc(100vw-1rem)] rounded-box border border-base-300 bg-base-100 p-2 shadow-lg">
        {children}
      </div>
    </details>
  );
}
