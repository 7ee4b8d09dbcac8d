import { randomUUID } from "node:crypto";

/** An id for each form of the thread page, for a send before scripts run. */
export const newClientIds = () => ({
  message: randomUUID(),
  note: randomUUID(),
  instruction: randomUUID(),
});
