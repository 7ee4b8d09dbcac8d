import type { ReactNode } from "react";

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rounded-box border border-base-300 bg-base-100 p-3 sm:p-4">
      {/* Floated, so that the border stays whole around it. */}
      <legend className="float-start mb-2 w-full font-semibold">{title}</legend>
      <div className="clear-both grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </fieldset>
  );
}
