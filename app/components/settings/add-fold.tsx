import Plus from "lucide-react/icons/plus";
import type { ReactNode } from "react";

type AddFoldProps = { title: string; isOpen: boolean; children: ReactNode };

/** A form that is out of the way until somebody wants it, also without script. */
export function AddFold({ title, isOpen, children }: AddFoldProps) {
  return (
    <details open={isOpen} className="group/fold">
      <summary className="btn max-sm:w-full group-open/fold:mb-3 [details:not([open])>&]:btn-primary">
        <Plus
          aria-hidden="true"
          className="size-4 transition-transform group-open/fold:rotate-45"
        />
        {title}
      </summary>
      {children}
    </details>
  );
}
