/** The code that a verb refuses with; "done" where it does not. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => error.problem?.code ?? String(error),
  );
