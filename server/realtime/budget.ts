/** More than a page ever needs; each costs a transaction. */
const MESSAGES_A_WINDOW = 60;
const WINDOW_MS = 10_000;

/** @returns whether this message is still within what a page may send. */
export function openBudget() {
  let spent = 0;
  let until = 0;
  return () => {
    const now = performance.now();
    if (now > until) {
      spent = 0;
      until = now + WINDOW_MS;
    }
    spent += 1;
    return spent <= MESSAGES_A_WINDOW;
  };
}
