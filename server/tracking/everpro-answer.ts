import { z } from "zod";
import type { Unavailable } from "./gate.ts";
import type { Reply } from "./platform-http.ts";

export type Judgement =
  | { kind: "answered"; body: unknown }
  | { kind: "not_found" }
  | { kind: "unauthorised" }
  /** The platform is well and does not want this one question. */
  | { kind: "declined" }
  | {
      kind: "failed";
      reason: Unavailable["reason"];
      /** Asking again soon may help. */
      passing: boolean;
      retryAfter?: number;
    };

const WithStatus = z.looseObject({ status_code: z.coerce.number() });
const Envelope = z.looseObject({ data: z.looseObject({}) });

const isFine = (status: number) => status >= 200 && status < 300;

/** Everpro may say in the body of a 200 what others say in the status line. */
function statusOf(reply: { status: number; body: unknown }) {
  const said = isFine(reply.status) ? WithStatus.safeParse(reply.body).data : undefined;
  return said?.status_code ?? reply.status;
}

export function judge(reply: Reply): Judgement {
  if ("failure" in reply)
    return { kind: "failed", reason: reply.failure, passing: reply.failure !== "unreadable" };
  const { retryAfter, body } = reply;
  const status = statusOf(reply);
  if (isFine(status))
    return Envelope.safeParse(body).success
      ? { kind: "answered", body }
      : { kind: "failed", reason: "unreadable", passing: false };
  if (status === 401) return { kind: "unauthorised" };
  if (status === 404) return { kind: "not_found" };
  if (status === 429 || status === 503)
    return { kind: "failed", reason: "overloaded", passing: true, retryAfter };
  if (status >= 500) return { kind: "failed", reason: "refused", passing: true };
  if (status === 403 || status < 400) return { kind: "failed", reason: "refused", passing: false };
  return { kind: "declined" };
}
