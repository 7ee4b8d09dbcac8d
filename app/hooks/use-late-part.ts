import { type ComponentType, useEffect, useReducer } from "react";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;
type Part = ComponentType<never>;

const parts = new Map<unknown, Part>();

/**
 * A part whose code comes after the page, when it is wanted. Where it does not come, because the
 * network went, the page stays as it is; React's own `lazy` would give way to the failure page.
 */
export function useLatePart<Props>(
  load: Load<Props>,
  isWanted = true,
): ComponentType<Props> | null {
  const [, show] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!isWanted || parts.has(load)) return;
    load().then(
      (module) => {
        parts.set(load, module.default as Part);
        show();
      },
      () => {},
    );
  }, [load, isWanted]);
  return isWanted ? ((parts.get(load) as ComponentType<Props> | undefined) ?? null) : null;
}
