import type { EntryView, InstructionView, PhotoView } from "#app/contracts/views.ts";
import type { VersionRecord } from "#db/queries/entry-versions.ts";
import type { EntryRecord, InstructionRecord, PhotoRecord } from "#db/queries/threads.ts";

const presentPhoto = (code: string, photo: PhotoRecord): PhotoView => ({
  id: photo.id,
  purpose: photo.purpose,
  width: photo.width,
  height: photo.height,
  thumbUrl: `/pickup-problem/${code}/photos/${photo.id}/thumb`,
  fullUrl: `/pickup-problem/${code}/photos/${photo.id}/full`,
});

function presentPromise(row: InstructionRecord): InstructionView["promise"] {
  if (!row.window_start || !row.window_end) return null;
  return {
    windowStart: row.window_start.toISOString(),
    windowEnd: row.window_end.toISOString(),
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
  photos: PhotoRecord[];
  instructions: InstructionRecord[];
  versions: VersionRecord[];
};

/** The same for everybody who may read the entry's stream: nothing in it depends on the reader. */
export function presentEntry(
  code: string,
  entry: EntryRecord,
  { photos, instructions, versions }: Parts,
): EntryView {
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
    photos: photos
      .filter((photo) => photo.entry_id === entry.id)
      .map((photo) => presentPhoto(code, photo)),
    instruction: instruction ? presentInstruction(instruction) : null,
    event: entry.event,
    editedAt: entry.edited_at?.toISOString() ?? null,
    deletedAt: entry.deleted_at?.toISOString() ?? null,
    earlier: versions
      .filter((version) => version.entry_id === entry.id)
      .map((version) => ({ body: version.body, at: version.written_at.toISOString() })),
  };
}
