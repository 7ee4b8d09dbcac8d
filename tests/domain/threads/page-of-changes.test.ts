import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import type { Cursor } from "#app/contracts/thread-views.ts";
import { entriesBefore } from "#app/domain/threads/entries-before.server.ts";
import { entriesSince } from "#app/domain/threads/entries-since.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildThread() {
  const seller = await buildActor(world, { kind: "seller" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  return { seller, code: await buildReport(world, seller, parcel.id) };
}

/** So many entries more in one stream, with their changes, without the business around them. */
async function fill(code: string, author: Actor, audience: "everyone" | "seller", count: number) {
  await sql`
    with stream as (
      update report_streams s set last_seq = last_seq + ${count}, last_rev = last_rev + ${count}
      from reports r where r.id = s.report_id and r.code = ${code} and s.audience = ${audience}
      returning s.report_id, s.seller_org_id, s.courier_id, last_seq - ${count} as seq, last_rev - ${count} as rev
    ), added as (
      insert into entries (report_id, audience, seq, seller_org_id, courier_id, kind, author_side, author_user_id, author_name, body, event, created_at)
      select report_id, ${audience}, seq + n, seller_org_id, courier_id, 'message', 'seller', ${author.userId}, 'Sari', n::text, 'null', ${world.clock.now()}
      from stream, generate_series(1, ${count}) as n returning id, seq
    )
    insert into thread_changes (report_id, audience, rev, seller_org_id, courier_id, type, entry_id)
    select s.report_id, ${audience}, s.rev + a.seq - s.seq, s.seller_org_id, s.courier_id, 'entry.added', a.id
    from stream s, added a`.execute(world.owner);
}

describe("a thread of many changes", () => {
  it("is told in parts without leaving one out, wherever the cut falls between the streams", async () => {
    const { seller, code } = await buildThread();
    await postNote(world.ctx, seller, code, message("catatan"));
    await fill(code, seller, "everyone", 300);
    await fill(code, seller, "seller", 300);
    const heard = new Set<string>();
    let since: Cursor = { everyone: 1, notes: 0 };
    for (;;) {
      const news = await entriesSince(world.ctx, seller, code, since);
      for (const entry of news.entries) heard.add(`${entry.audience} ${entry.seq}`);
      since = news.cursor;
      if (since.everyone === news.top.everyone && since.notes === news.top.notes) break;
    }
    expect(heard.size).toBe(since.everyone - 1 + since.notes);
  });

  it("has its oldest note on its older pages, however much everybody wrote since", async () => {
    const { seller, code } = await buildThread();
    const note = await postNote(world.ctx, seller, code, message("catatan"));
    world.clock.advance(1_000);
    await postMessage(world.ctx, seller, code, message("sesudahnya"));
    await fill(code, seller, "everyone", 600);
    const opened = await openThread(world.ctx, seller, code);
    const ids = opened.entries.map((entry) => entry.id);
    let { floor, hasOlder } = opened;
    while (hasOlder) {
      const page = await entriesBefore(world.ctx, seller, code, floor);
      ids.push(...page.entries.map((entry) => entry.id));
      ({ floor, hasOlder } = page);
    }
    expect(ids).toContain(note.id);
  });
});
