import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { forgetUpload } from "#app/domain/photos/forget-upload.server.ts";
import { keepUpload } from "#app/domain/photos/keep-upload.server.ts";
import { reconcileObjects } from "#app/domain/photos/reconcile-objects.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { newPhotoKeys } from "#storage/keys.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { buildUpload } from "../../factories/uploads.ts";
import { readPhoto } from "../../support/read-photo.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let world: World;
let seller: Actor & { slug: string };
beforeAll(async () => {
  world = await openWorld();
  seller = await buildActor(world, { kind: "seller" });
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(NOW));

async function fileReport() {
  const parcel = await buildParcel(world, { seller: seller.slug });
  return buildReport(world, seller, parcel.id);
}

/** Until somebody waits for a lock of somebody else's. */
async function untilWaiting() {
  for (;;) {
    const { rows } = await sql`
      select from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`.execute(world.owner);
    if (rows.length > 0) return;
    await sleep(5);
  }
}

/** The same upload in the same entry once more, as a message would write it. */
const showAgain = (upload: string, entry: string) => sql`
  insert into photos (report_id, entry_id, audience, seller_org_id, courier_id, upload_id, owner_user_id, position, purpose,
    full_key, thumb_key, width, height, bytes, received_at)
  select e.report_id, e.id, e.audience, e.seller_org_id, e.courier_id, u.id, u.owner_user_id, 1, u.purpose,
    u.full_key, u.thumb_key, u.width, u.height, u.bytes, u.received_at
  from uploads u, entries e where u.id = ${upload} and e.id = ${entry}`;

describe("a photo that is taken back in the moment in which it is shown", () => {
  it("stays where the report was first", async () => {
    const code = await fileReport();
    const { id: entry } = await postMessage(world.ctx, seller, code, message("Ini"));
    const upload = await buildUpload(world, seller);
    const forgotten = await world.owner.transaction().execute(async (tx) => {
      await showAgain(upload, entry).execute(tx);
      const asked = forgetUpload(world.ctx, seller, upload).catch((error) => error);
      await untilWaiting();
      return { asked };
    });
    expect(await forgotten.asked).toMatchObject({ problem: { kind: "not_found" } });
    const { entries } = await openThread(world.ctx, seller, code);
    expect(entries.at(-1)?.photos).toHaveLength(1);
  });

  it("is named as missing where taking back was first, and the text is refused with it", async () => {
    const code = await fileReport();
    const upload = await buildUpload(world, seller);
    const posted = await world.owner.transaction().execute(async (tx) => {
      await tx.deleteFrom("uploads").where("id", "=", upload).execute();
      const sent = message("Ini", { upload: [upload] });
      const asked = postMessage(world.ctx, seller, code, sent).catch((error) => error);
      await untilWaiting();
      return { asked };
    });
    expect(await posted.asked).toMatchObject({
      problem: { kind: "invalid", code: "upload.missing", fields: { upload: "upload.missing" } },
    });
  });
});

describe("a photo that a process of the release before has taken in", () => {
  it("serves a message of this one, and what that one shows is reconciled and kept", async () => {
    const { full, thumb } = newPhotoKeys();
    const columns = `owner_org_id, owner_user_id, owner_side, purpose, full_key, thumb_key, width, height, bytes,
      original_sha256, captured_at, received_at`;
    const { rows } = await sql<{ id: string }>`
      insert into uploads (${sql.raw(columns)})
      values (${seller.organisationId}, ${seller.userId}, 'seller', 'ready', ${full}, ${thumb}, 1, 1, 1, 'x', null, ${NOW})
      returning id`.execute(world.owner);
    const upload = rows[0]?.id ?? "";
    for (const key of [full, thumb]) await world.store.put(key, Buffer.from("x"));
    const code = await fileReport();
    const { id } = await postMessage(world.ctx, seller, code, message("Ini", { upload: [upload] }));
    await sql`
      insert into photos (report_id, entry_id, audience, seller_org_id, courier_id, upload_id, owner_user_id, position, purpose,
        full_key, thumb_key, width, height, bytes, original_sha256, captured_at, received_at)
      select report_id, entry_id, audience, seller_org_id, courier_id, upload_id, owner_user_id, 1, purpose,
        full_key, thumb_key, width, height, bytes, 'x', null, received_at
      from photos where entry_id = ${id}`.execute(world.owner);
    world.clock.advance(8 * DAY_MS);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ missing: [] });
    expect(world.store.keys()).toEqual(expect.arrayContaining([full, thumb]));
    const { entries } = await openThread(world.ctx, seller, code);
    expect(entries.at(-1)?.photos.map(({ state }) => state)).toEqual(["ready", "ready"]);
  });

  it("is no obstacle for others where it was left unfinished in a report", async () => {
    const code = await fileReport();
    const shown = await buildUpload(world, seller);
    await postMessage(world.ctx, seller, code, message("Ini", { upload: [shown] }));
    const left = await buildUpload(world, seller);
    await world.owner.updateTable("uploads").set({ state: "pending" }).execute();
    world.clock.advance(DAY_MS);
    expect(await reconcileObjects(world.ctx)).toMatchObject({ unfinished: 1 });
    const ids = await world.owner.selectFrom("uploads").select("id").execute();
    expect(ids.map(({ id }) => id)).toContain(shown);
    expect(ids.map(({ id }) => id)).not.toContain(left);
  });
});

describe("a photo whose row is cleared away while it is still on its way", () => {
  it("is asked for once more, and is a new upload then", async () => {
    const clientId = randomUUID();
    const send = async (ctx: AppContext) => {
      const picture = await ctx.pictures.receive([readPhoto()]);
      const sent = { picture, purpose: "ready", clientId } as const;
      return keepUpload(ctx, seller, sent).finally(picture.discard);
    };
    const put: AppContext["store"]["put"] = async (...object) => {
      await world.owner.deleteFrom("uploads").where("client_id", "=", clientId).execute();
      return world.store.put(...object);
    };
    await expect(send({ ...world.ctx, store: { ...world.store, put } })).rejects.toMatchObject({
      problem: { kind: "unavailable", code: "picture.busy" },
    });
    expect(await send(world.ctx)).toMatchObject({ state: "ready" });
  });
});
