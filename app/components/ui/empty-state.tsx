import Inbox from "lucide-react/icons/inbox";
import type { ReactNode } from "react";

type EmptyStateProps = { title: string; hint?: string; children?: ReactNode };

export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      <Inbox aria-hidden="true" className="size-8 text-edge" strokeWidth={1.5} />
      <p className="text-base font-semibold">{title}</p>
      {hint && <p className="max-w-md text-dense text-muted">{hint}</p>}
      {children && <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
