import { ServerResponse } from "node:http";
import pg from "pg";

/** Where in the life of a message its node dies. */
export const PHASES = ["before-commit", "after-commit", "before-answer", "drain"] as const;
export type Phase = (typeof PHASES)[number];

/** An answer waits so long that everybody else has the message already. */
const FAN_OUT_MS = 250;

type Query = (...given: unknown[]) => Promise<unknown>;

const textOf = (given: unknown) =>
  typeof given === "string" ? given : String((given as { text?: string })?.text ?? "");

const die = () => process.kill(process.pid, "SIGKILL");

/** Watches what this process says to PostgreSQL and to its clients, and ends it at the phase that is armed. */
export function watchPhases() {
  let armed: Phase | undefined;
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const writing = new WeakSet<object>();
  client.query = function (this: object, ...given) {
    const text = textOf(given[0]);
    if (text.startsWith('insert into "entries"')) writing.add(this);
    if (text === "rollback") writing.delete(this);
    if (text !== "commit" || !writing.delete(this)) return query.apply(this, given);
    if (armed === "before-commit") die();
    const done = query.apply(this, given);
    return done.then((value) => {
      if (armed === "after-commit") die();
      return value;
    });
  };

  const { writeHead } = ServerResponse.prototype;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: never[]) {
    const isMessage = this.req.method === "POST" && this.req.url?.includes("/messages");
    if (armed === "before-answer" && isMessage && this.statusCode === 201) {
      this.socket?.cork();
      setTimeout(die, FAN_OUT_MS);
    }
    return (writeHead as (...head: never[]) => ServerResponse).apply(this, given);
  } as typeof writeHead;
  return {
    arm(phase: Phase) {
      armed = phase;
    },
  };
}
