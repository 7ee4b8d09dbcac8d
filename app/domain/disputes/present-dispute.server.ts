import type { DisputeView } from "#app/contracts/card-views.ts";
import type { DisputeSubject } from "#app/contracts/disputes.ts";
import type { PhotoView } from "#app/contracts/views.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import type { DisputeRecord } from "#db/queries/disputes.ts";

const presentAnswer = (row: DisputeRecord, photos: PhotoView[]): DisputeView["answer"] =>
  row.answer &&
  row.answered_at && {
    said: row.answer,
    body: row.answer_body ?? "",
    name: row.answered_by_name ?? "",
    at: row.answered_at.toISOString(),
    photos,
  };

const presentDecision = (row: DisputeRecord): DisputeView["decision"] =>
  row.verdict &&
  row.decided_by &&
  row.decided_at && {
    verdict: row.verdict,
    reason: row.verdict_reason ?? "",
    by: row.decided_by,
    name: row.decided_by_name ?? "",
    at: row.decided_at.toISOString(),
  };

export const presentDispute = (row: DisputeRecord, answerPhotos: PhotoView[]): DisputeView => ({
  id: row.id,
  subject: {
    ...({ kind: row.subject_kind, code: row.subject_code } as DisputeSubject),
    reason: row.reason,
    at: row.attempted_at.toISOString(),
  },
  state: row.state,
  stateAt: row.state_at.toISOString(),
  answerDueAt: finite(row.answer_due_at)?.toISOString() ?? null,
  passedAt: row.passed_at?.toISOString() ?? null,
  answer: presentAnswer(row, answerPhotos),
  decision: presentDecision(row),
});
