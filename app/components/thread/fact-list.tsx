import type { ReactNode } from "react";

export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 text-dense">
    {children}
  </dl>
);

type FactProps = { name: string; children: ReactNode };

/** Nothing to say leaves no empty line. */
export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === "" || children === false)
    return null;
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
