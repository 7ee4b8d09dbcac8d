import * as real from "#app/hooks/thread-state.ts";

export * from "#app/hooks/thread-state.ts";

/** Nobody ever knows more than is shown. */
export const isBehind: typeof real.isBehind = () => false;

/** Takes whatever it is told for the next in line. */
export const threadReducer: typeof real.threadReducer = (state, action) => {
  if (action.type !== "changed") return real.threadReducer(state, action);
  const { stream, rev } = action.news;
  const before = Math.max(state.cursor[stream], rev - 1);
  return real.threadReducer({ ...state, cursor: { ...state.cursor, [stream]: before } }, action);
};
