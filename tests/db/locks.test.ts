import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { ShareProof } from "#app/contracts/proofs.schema.ts";
import { ReportFilters, StuckFilters } from "#app/contracts/reports.schema.ts";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { listStuckPage } from "#app/domain/boards/list-stuck-page.server.ts";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import { forgetUpload } from "#app/domain/photos/forget-upload.server.ts";
import { getEvidence } from "#app/domain/photos/get-evidence.server.ts";
import { openPhoto, openUpload } from "#app/domain/photos/open-photo.server.ts";
import { signOriginal } from "#app/domain/photos/sign-original.server.ts";
import { signPhoto } from "#app/domain/photos/sign-photo.server.ts";
import { subjectOfUpload } from "#app/domain/photos/subject-of-upload.server.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { enterReport } from "#app/domain/presence/enter-report.server.ts";
import { decideProof } from "#app/domain/proofs/decide-proof.server.ts";
import { listProofsPage } from "#app/domain/proofs/list-proofs-page.server.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { chooseParcels } from "#app/domain/reports/choose-parcels.server.ts";
import { describeFiling } from "#app/domain/reports/describe-filing.server.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { entriesBefore } from "#app/domain/threads/entries-before.server.ts";
import { entriesSince } from "#app/domain/threads/entries-since.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { listFormerTexts } from "#app/domain/threads/list-former-texts.server.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { markUnread } from "#app/domain/threads/mark-unread.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import { claim } from "../factories/disputes.ts";
import { buildParcel, everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, filing, message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { openWorld, type World } from "../support/test-world.ts";
import { findLeaks, withLeakySettings } from "./probe-locks.ts";

type Scene = {
  seller: Actor;
  operator: Actor;
  code: string;
  resi: string;
  parcelId: string;
  uploadId: string;
  photoId: string;
  instructionId: string;
  disputeId: string;
  failureId: string;
  entryId: string;
  proofId: string;
};

const HERE = { id: "connection", nodeId: crypto.randomUUID() };
/** A report with something in each secured table, seen by nobody but its people. */
async function buildScene(world: World): Promise<Scene> {
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  await track(world, "everpro", everproCallback(parcel.resi, "FAILED PICKUP"));
  const code = await buildReport(world, seller, parcel.id, "gagal_pickup");
  const upload = await buildUpload(world, seller);
  const { photos } = await postMessage(
    world.ctx,
    seller,
    code,
    message("foto", { upload: [upload] }),
  );
  const note = await postNote(world.ctx, seller, code, message("catatan"));
  await changeEntry(world.ctx, seller, code, note.id, { to: "edit", body: "catatan lain" });
  await enterReport(world.ctx, seller, code, HERE);
  await markRead(world.ctx, seller, code, { everyone: 1, notes: 1, turn: 0 });
  const retry = IssueInstruction.parse({ clientId: crypto.randomUUID(), code: "RETRY_PICKUP" });
  const { instruction } = await issueInstruction(world.ctx, seller, code, retry);
  const failure = await world.owner
    .selectFrom("tracking_events")
    .select("id")
    .where("parcel_id", "=", parcel.id)
    .executeTakeFirstOrThrow();
  const contested = claim(failure.id, [upload]);
  const { dispute } = await openDispute(world.ctx, seller, code, contested);
  const shared = { clientId: crypto.randomUUID(), list: parcel.resi, upload: [upload] };
  const proof = await shareProof(world.ctx, seller, ShareProof.parse(shared));
  world.clock.set("2026-11-25T06:00:00Z");
  await recordMoments(world.ctx);
  return {
    seller,
    operator,
    code,
    resi: parcel.resi,
    parcelId: parcel.id,
    uploadId: upload,
    photoId: photos[0]?.id ?? "",
    instructionId: instruction?.id ?? "",
    disputeId: dispute?.id ?? "",
    failureId: failure.id,
    entryId: note.id,
    proofId: proof.id,
  };
}

describe("row-level security alone", () => {
  let world: World;
  let scene: Scene;
  let stranger: Actor;
  let strangeCourier: Actor;
  beforeAll(async () => {
    world = await openWorld();
    scene = await buildScene(world);
    stranger = await buildActor(world, { kind: "seller" });
    strangeCourier = await buildActor(world, { kind: "courier", courierId: "jne" });
  });
  afterAll(() => world.close());

  it("shows a stranger nothing, and its people what is theirs", async () => {
    expect(await findLeaks(world, scene.seller, stranger)).toEqual([]);
    expect(
      (await findLeaks(world, scene.seller, strangeCourier)).filter((fault) =>
        fault.includes("foreign"),
      ),
    ).toEqual([]);
  });

  it("keeps the notes of one side from the others", async () => {
    for (const actor of [scene.operator, await buildActor(world, { kind: "support" })]) {
      const bodies = await world.ctx.db.as(actor, (tx) =>
        tx.selectFrom("entries").select("body").execute(),
      );
      expect(bodies.map((row) => row.body)).toContain("foto");
      expect(bodies.map((row) => row.body)).not.toContain("catatan");
    }
  });

  it("lets a stranger change nothing", async () => {
    const changed = await world.ctx.db.as(stranger, (tx) =>
      tx.updateTable("reports").set({ status: "cancelled" }).returning("id").execute(),
    );
    expect(changed).toEqual([]);
    const planted = world.ctx.db.as(stranger, async (tx) => {
      const report = await world.owner.selectFrom("reports").selectAll().executeTakeFirstOrThrow();
      await tx
        .insertInto("report_streams")
        .values({
          report_id: report.id,
          audience: "seller",
          seller_org_id: report.seller_org_id,
          courier_id: report.courier_id,
        })
        .execute();
    });
    await expect(planted).rejects.toThrow("row-level security");
  });

  it("lets nobody put a row into another's report, in whatever name", async () => {
    const report = await world.owner.selectFrom("reports").selectAll().executeTakeFirstOrThrow();
    const mine = {
      report_id: report.id,
      seller_org_id: stranger.organisationId,
      courier_id: report.courier_id,
    };
    const planted = world.ctx.db.as(stranger, (tx) =>
      tx
        .insertInto("read_marks")
        .values({
          ...mine,
          user_id: stranger.userId,
          audience: "everyone",
          side: stranger.kind,
          name: "x",
          seen_seq: 1,
          seen_at: new Date(),
          read_seq: 1,
        })
        .execute(),
    );
    await expect(planted).rejects.toThrow("foreign key");
  });

  it("lets nobody change whose a report is, or what it was filed as", async () => {
    for (const change of [
      { courier_id: "jne" },
      { seller_name: "x" },
      { category_filed: "scan_issue" },
      { courier_served: false },
    ] as const) {
      const changed = world.ctx.db.as(scene.seller, (tx) =>
        tx.updateTable("reports").set(change).execute(),
      );
      await expect(changed).rejects.toThrow("permission denied");
    }
  });

  it("lets nobody write in the name of another side", async () => {
    const forged = world.ctx.db.as(scene.seller, async (tx) => {
      const { id: _, ...entry } = await world.owner
        .selectFrom("entries")
        .selectAll()
        .where("author_side", "=", "seller")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("entries")
        .values({ ...entry, event: "null", seq: 999, client_id: null, author_side: "courier" })
        .execute();
    });
    await expect(forged).rejects.toThrow("row-level security");
  });

  const mutations: Record<string, string> = {
    "no FORCE": "alter table reports no force row level security",
    "a policy dropped": "drop policy seller_select on entries",
    "a policy that is true": "alter policy seller_select on reports using (true)",
    "an app role as owner": "alter table photos owner to app_system",
  };
  for (const [name, mutation] of Object.entries(mutations)) {
    it(`would be seen to be broken by ${name}`, async () => {
      const broken = await openWorld();
      try {
        const there = await buildScene(broken);
        const nobody = await buildActor(broken, { kind: "seller" });
        await sql.raw("grant create on schema public to app_system").execute(broken.owner);
        await sql.raw(mutation).execute(broken.owner);
        expect(await findLeaks(broken, there.seller, nobody)).not.toEqual([]);
      } finally {
        await broken.close();
      }
    });
  }

  it("would be seen to be broken by settings that outlive their transaction", async () => {
    expect(await findLeaks(withLeakySettings(world), scene.seller, stranger)).not.toEqual([]);
  });
});

describe("queries alone", () => {
  let world: World;
  let ctx: AppContext;
  let scene: Scene;
  let pool: ReturnType<typeof openPool>;
  beforeAll(async () => {
    world = await openWorld();
    scene = await buildScene(world);
    // The owner's own connection, and no role taken: nothing but the queries' conditions is left.
    pool = openPool({ url: world.database.ownerUrl, max: 5, onError: () => {} });
    const unlocked = transactionsOn(queriesOn(pool));
    ctx = {
      ...world.ctx,
      db: { ...unlocked, as: (_actor, work) => queriesOn(pool).transaction().execute(work) },
    };
  });
  afterAll(async () => {
    await pool.end();
    await world.close();
  });

  const notFound = { problem: { kind: "not_found" } };

  it("find their own people's report, so that the rest could have failed", async () => {
    expect((await openThread(ctx, scene.seller, scene.code)).report.code).toBe(scene.code);
    expect(
      (await openThread(ctx, scene.operator, scene.code)).entries.map((entry) => entry.body),
    ).not.toContain("catatan");
  });

  for (const kind of ["seller", "courier"] as const) {
    it(`show and do nothing for a strange ${kind}`, async () => {
      const stranger = await buildActor(world, { kind, courierId: "jne" });
      const { code, instructionId, photoId, uploadId, resi, entryId } = scene;
      const list = await listReportsPage(ctx, stranger, ReportFilters.parse({ tab: "all" }));
      expect([list.page.rows, list.counts.all, list.couriers]).toEqual([[], 0, []]);
      expect(
        (await listReportsPage(ctx, stranger, ReportFilters.parse({ q: resi }))).page.rows,
      ).toEqual([]);
      expect(await enterReport(ctx, stranger, code, HERE)).toBeUndefined();
      expect(await listProofsPage(ctx, stranger, undefined)).toEqual({ proofs: [], next: null });
      expect(await subjectOfUpload(ctx, stranger, { code, parcels: [scene.parcelId] })).toEqual({
        resi: [],
        place: null,
      });
      const refused = [
        openThread(ctx, stranger, code),
        entriesSince(ctx, stranger, code, { everyone: 0, notes: 0 }),
        entriesBefore(ctx, stranger, code, { everyone: 9, notes: 9 }),
        markRead(ctx, stranger, code, { everyone: 9, notes: 9, turn: 0 }),
        markUnread(ctx, stranger, code),
        changeEntry(ctx, stranger, code, entryId, { to: "delete" }),
        listFormerTexts(ctx, stranger, code, entryId),
        postMessage(ctx, stranger, code, message("x")),
        postNote(ctx, stranger, code, message("x")),
        issueInstruction(
          ctx,
          stranger,
          code,
          IssueInstruction.parse({ clientId: crypto.randomUUID(), code: "PICKUP_NOW" }),
        ),
        moveInstruction(ctx, stranger, code, instructionId, { state: "done", reason: "" }),
        openDispute(ctx, stranger, code, claim(scene.failureId, [])),
        moveDispute(ctx, stranger, code, scene.disputeId, {
          to: "withdraw",
          clientId: crypto.randomUUID(),
          body: "",
        }),
        changeStatus(ctx, stranger, code, { to: "resolve", reason: "" }),
        openPhoto(ctx, stranger, code, photoId, "full"),
        openUpload(ctx, stranger, uploadId, "full"),
        signPhoto(ctx, stranger, code, photoId, { toSave: true }),
        signOriginal(ctx, stranger, code, photoId),
        getEvidence(ctx, stranger, code, photoId),
        forgetUpload(ctx, stranger, uploadId),
        openProof(ctx, stranger, scene.proofId),
        decideProof(ctx, stranger, scene.proofId, { to: "confirmed", report: [code], detail: "" }),
      ];
      for (const outcome of await Promise.allSettled(refused))
        expect(outcome).toMatchObject({ status: "rejected", reason: notFound });
      await expect(listStuckPage(ctx, stranger, StuckFilters.parse({}))).rejects.toMatchObject({
        problem: { kind: "forbidden" },
      });
    });
  }

  it("let a strange seller file nothing for a foreign parcel", async () => {
    const stranger = await buildActor(world, { kind: "seller" });
    const { parcelId, resi } = scene;
    expect(await chooseParcels(ctx, stranger, { resi: [] })).toMatchObject({ requests: [] });
    expect(await chooseParcels(ctx, stranger, { resi: [resi] })).toMatchObject({
      requests: [],
      unknown: [resi],
    });
    expect(
      await describeFiling(ctx, stranger, { parcelIds: [parcelId], uploadIds: [scene.uploadId] }),
    ).toMatchObject({ parcels: [], uploads: [] });
    await expect(
      fileReports(ctx, stranger, filing([parcelId], "belum_pickup")),
    ).rejects.toMatchObject({ problem: { code: "resi.unknown" } });
  });
});
