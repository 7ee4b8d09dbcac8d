import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Cookies, keys and passwords never reach a log. */
export const openLog = (level: string): Logger =>
  pino({
    level,
    redact: ["req.headers.cookie", "req.headers.authorization", "password", "*.password", "email"],
  });
