import type { AppContext, Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { EDIT_WINDOW_MS, MAX_EDITS } from "#app/contracts/reports.ts";
import type { LastLine } from "#app/contracts/system-events.ts";
import type { ChangeEntry } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { conflict, notFound } from "#app/domain/errors.server.ts";
import { lockReport, requireOpen } from "#app/domain/reports/lock-report.server.ts";
import {
  findOwnEntryForUpdate,
  insertVersion,
  isLastForEveryone,
  listVersionsOfEntries,
  updateEntry,
} from "#db/queries/entry-versions.ts";
import { type ReportRecord, updateReport } from "#db/queries/reports.ts";
import { presentOne } from "./load-entries.server.ts";
import { tellThread } from "./tell-thread.server.ts";

type OwnEntry = NonNullable<Awaited<ReturnType<typeof findOwnEntryForUpdate>>>;

function requireChangeable(entry: OwnEntry, now: Date) {
  if (entry.deleted_at) throw conflict("entry.deleted");
  if (now.getTime() - entry.created_at.getTime() > EDIT_WINDOW_MS)
    throw conflict("entry.too_late", { params: { minutes: EDIT_WINDOW_MS / 60_000 } });
}

async function requireFewEdits(tx: Tx, { id }: OwnEntry) {
  const former = await listVersionsOfEntries(tx, [id]);
  if (former.length >= MAX_EDITS) throw conflict("entry.too_often", { params: { max: MAX_EDITS } });
}

/** The words go where CS finds them: the thread is the record that decides who pays. */
async function keepFormerText(tx: Tx, entry: OwnEntry, now: Date, deleted: boolean) {
  await insertVersion(tx, {
    entry_id: entry.id,
    report_id: entry.report_id,
    audience: entry.audience,
    seller_org_id: entry.seller_org_id,
    courier_id: entry.courier_id,
    author_user_id: entry.author_user_id as string,
    body: entry.body,
    written_at: entry.edited_at ?? entry.created_at,
    replaced_at: now,
    deleted,
  });
}

async function renewLastLine(tx: Tx, report: ReportRecord, entry: OwnEntry, line: LastLine) {
  if (entry.audience !== "everyone" || !(await isLastForEveryone(tx, report.id, entry.seq))) return;
  await updateReport(tx, report.id, { last_line: JSON.stringify(line) });
}

/** Edits or deletes an own message while it is fresh; both leave a trace. The same change again changes nothing. */
export async function changeEntry(
  ctx: AppContext,
  actor: Actor,
  code: string,
  id: string,
  input: ChangeEntry,
): Promise<EntryView> {
  return ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    const entry = await findOwnEntryForUpdate(tx, actor, report.id, id);
    if (!entry) throw notFound();
    const isDone = input.to === "edit" ? entry.body === input.body : entry.deleted_at !== null;
    if (isDone) return presentOne(tx, actor, report, entry);
    requireOpen(report);
    const now = ctx.clock.now();
    requireChangeable(entry, now);
    if (input.to === "edit") await requireFewEdits(tx, entry);
    await keepFormerText(tx, entry, now, input.to === "delete");
    const { audience } = entry;
    if (input.to === "edit") {
      await updateEntry(tx, id, { body: input.body, edited_at: now });
      const text = input.body.slice(0, 200);
      await renewLastLine(tx, report, entry, { kind: "text", side: actor.kind, text });
      await tellThread(ctx, tx, report, { type: "entry.edited", audience, entryId: id });
    } else {
      await updateEntry(tx, id, { body: "", deleted_at: now });
      await renewLastLine(tx, report, entry, { kind: "deleted", side: actor.kind });
      await tellThread(ctx, tx, report, { type: "entry.deleted", audience, entryId: id });
    }
    return presentOne(tx, actor, report, entry);
  });
}
