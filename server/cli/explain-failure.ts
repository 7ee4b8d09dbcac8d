/** What a person who starts the demo can act on; a stack only where nothing better is known. */
export function explainFailure(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `The port is taken. Choose another one: PORT=3001 npm run demo`;
  if (code === "EACCES")
    return `No right to write there: ${message}. Set DATA_DIR to a folder of yours.`;
  if (code === "ECONNREFUSED") return `Nothing answers at the address in DATABASE_URL: ${message}.`;
  return error instanceof Error && !stack?.includes("TypeError")
    ? message
    : (stack ?? String(error));
}
