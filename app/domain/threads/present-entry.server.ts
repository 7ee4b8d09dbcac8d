import type { InstructionView, SaidView } from "#app/contracts/card-views.ts";
import type { PromiseWord } from "#app/contracts/instructions.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { presentDispute } from "#app/domain/disputes/present-dispute.server.ts";
import { presentPhoto } from "#app/domain/photos/present-photo.server.ts";
import type { ShownDispute } from "#db/queries/disputes.ts";
import type { VersionRecord } from "#db/queries/entry-versions.ts";
import type { EntryRecord, InstructionRecord, PhotoRecord } from "#db/queries/threads.ts";

const presentSaid = (
  said: PromiseWord | null,
  name: string | null,
  at: Date | null,
): SaidView | null => said && at && { said, name: name ?? "", at: at.toISOString() };

function presentPromise(row: InstructionRecord): InstructionView["promise"] {
  if (!row.window_start || !row.window_end) return null;
  return {
    windowStart: row.window_start.toISOString(),
    windowEnd: row.window_end.toISOString(),
    askedAt: row.asked_at?.toISOString() ?? null,
    sellerSaid: presentSaid(row.seller_says, row.seller_said_by, row.seller_said_at),
    courierSaid: presentSaid(row.courier_says, row.courier_said_by, row.courier_said_at),
    outcome: row.outcome &&
      row.outcome_at && {
        result: row.outcome,
        by: row.outcome_by,
        name: row.outcome_name ?? "",
        at: row.outcome_at.toISOString(),
      },
    courierName: row.courier_name,
    courierPhone: row.courier_phone,
    courierPlate: row.courier_plate,
  };
}

const presentInstruction = (row: InstructionRecord): InstructionView => ({
  id: row.id,
  code: row.code,
  from: row.from_side,
  to: row.to_side,
  detail: row.detail,
  dueAt: row.due_at?.toISOString() ?? null,
  state: row.state,
  stateAt: row.state_at.toISOString(),
  promise: presentPromise(row),
});

type Parts = {
  instructions: InstructionRecord[];
  disputes: ShownDispute[];
  versions: VersionRecord[];
};

/** The same for everybody who may read the entry's stream: nothing in it depends on the reader. */
export function presentEntry(
  code: string,
  entry: EntryRecord,
  { instructions, disputes, versions }: Parts,
): EntryView {
  const presentPhotos = (photos: PhotoRecord[]) => photos.map((photo) => presentPhoto(code, photo));
  const dispute = disputes.find((row) => row.entry_id === entry.id);
  const instruction = instructions.find((row) => row.entry_id === entry.id);
  return {
    id: entry.id,
    audience: entry.audience,
    seq: entry.seq,
    rev: entry.rev,
    kind: entry.kind,
    author: { side: entry.author_side, name: entry.author_name, userId: entry.author_user_id },
    clientId: entry.client_id,
    body: entry.body,
    at: entry.created_at.toISOString(),
    photos: presentPhotos(entry.photos),
    instruction: instruction ? presentInstruction(instruction) : null,
    dispute: dispute ? presentDispute(dispute, presentPhotos(dispute.answer_photos)) : null,
    event: entry.event,
    editedAt: entry.edited_at?.toISOString() ?? null,
    deletedAt: entry.deleted_at?.toISOString() ?? null,
    earlier: versions
      .filter((version) => version.entry_id === entry.id)
      .map((version) => ({ body: version.body, at: version.written_at.toISOString() })),
  };
}
