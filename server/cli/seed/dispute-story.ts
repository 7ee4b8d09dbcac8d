import { randomUUID } from "node:crypto";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import type { Acted } from "./story.ts";
import type { Act } from "./threads/script.ts";

type DisputeAct = Extract<Act, { kind: "dispute" | "answer" | "decide" }>;

/** One step of a contested failure: the newest that may be contested, then the only one that waits. */
export async function actInDispute(acted: Acted, act: DisputeAct): Promise<unknown> {
  const { day, actor, text, code } = acted;
  const { report } = await openThread(day.ctx, actor, code);
  const clientId = randomUUID();
  if (act.kind === "dispute") {
    const subject = report.powers.dispute[0]?.id ?? "";
    const photos = await acted.upload(act.photo);
    return openDispute(day.ctx, actor, code, { clientId, subject, body: text, upload: photos });
  }
  const waiting = report.disputes.find(({ state }) => state === "open" || state === "answered");
  const id = waiting?.id ?? "";
  if (act.kind === "decide") {
    const { verdict } = act;
    const seen = waiting?.state === "open" ? "open" : "answered";
    return moveDispute(day.ctx, actor, code, id, {
      to: "decide",
      clientId,
      body: text,
      verdict,
      seen,
    });
  }
  const photos = await acted.upload(act.photo);
  return moveDispute(day.ctx, actor, code, id, {
    to: "answer",
    clientId,
    body: text,
    said: act.said,
    upload: photos,
  });
}
