/** What was asked for cannot be done as it was written: one sentence, and exit code 2. */
export class UsageError extends Error {}
