import type { ReactNode } from "react";

type CardFoldProps = { text: string; tone?: string; children: ReactNode };

/** A button of a card that opens its form, without script too. */
export const CardFold = ({ text, tone = "btn-ghost", children }: CardFoldProps) => (
  <details className="min-w-0 open:basis-full">
    <summary className={`btn btn-sm pointer-coarse:min-h-11 ${tone}`}>{text}…</summary>
    <div className="mt-2">{children}</div>
  </details>
);
