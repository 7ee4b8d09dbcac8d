import type { ComponentType, ReactNode, SVGProps } from "react";

type ActionDisclosureProps = {
  name: string;
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
  /** Classes of the button that opens it. */
  look: string;
  children: ReactNode;
};

/** A named group: opening one closes its neighbour, without script. */
export function ActionDisclosure({ name, Icon, look, children }: ActionDisclosureProps) {
  return (
    <details name="report-action" className="static @lg:relative">
      <summary title={name} className={`btn btn-sm px-2.5 pointer-coarse:min-h-11 ${look}`}>
        <Icon aria-hidden="true" className="size-4" />
        <span className="sr-only @lg:not-sr-only">{name}</span>
      </summary>
      <div className="absolute inset-x-3 z-20 mt-1 rounded-box border border-base-300 bg-base-100 p-3 shadow-lg @lg:inset-x-auto @lg:end-0 @lg:w-80">
        {children}
      </div>
    </details>
  );
}
