import type { ChangedRules, DoneView } from "#app/contracts/settings-views.ts";

/** Where a change of rules goes on: its own page again while it is only looked at. */
export const afterChange =
  (path: string, action: DoneView["action"]) =>
  (value: unknown): string | null => {
    const { applied, preview } = value as ChangedRules;
    return applied ? `${path}?done=${action}&moved=${preview.moved}` : null;
  };

/** The query of an address, for a schema. */
export const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);
