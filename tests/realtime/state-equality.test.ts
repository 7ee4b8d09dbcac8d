import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { DOMAIN_EVENTS, type DomainEventType } from "#app/contracts/realtime.ts";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { placeHeldObjects } from "#app/domain/photos/place-held-objects.server.ts";
import { showSettledPhotos } from "#app/domain/photos/show-settled-photos.server.ts";
import { enterReport } from "#app/domain/presence/enter-report.server.ts";
import { changeCategory } from "#app/domain/reports/change-category.server.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import type { ThreadState } from "#app/hooks/thread-state.ts";
import { accepts, buildDispute } from "../factories/disputes.ts";
import { everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { message } from "../factories/reports.ts";
import { buildUpload, keepStoreAway } from "../factories/uploads.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";
import { openThreadClient } from "../support/thread-client.ts";

const clock = settableClock(NOW);
let server: TestServer;
let bringStoreBack = () => {};
const clients: ReturnType<typeof openThreadClient>[] = [];
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock });
});
afterEach(() => {
  bringStoreBack();
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => server.close());

async function buildScene() {
  const seller = await buildActor(server, { kind: "seller" });
  const colleague = await buildActor(server, {
    kind: "seller",
    organisationId: seller.organisationId,
  });
  const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(server, { kind: "support" });
  const { code, id: disputeId } = await buildDispute(server, seller);
  const { resi } = await server.owner
    .selectFrom("reports")
    .select("resi")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  const entry = await postMessage(server.ctx, operator, code, message("Kurir berangkat jam 1"));
  const input = IssueInstruction.parse({ clientId: crypto.randomUUID(), code: "NEED_CONTACT" });
  const { instruction } = await issueInstruction(server.ctx, operator, code, input);
  bringStoreBack = keepStoreAway(server.store);
  const waiting = await buildUpload(server, seller);
  await postMessage(server.ctx, seller, code, message("Fotonya", { upload: [waiting] }));
  const cookie = await signIn(server, colleague.userId);
  const instructionId = instruction?.id ?? "";
  return {
    seller,
    colleague,
    operator,
    cs,
    code,
    disputeId,
    entry,
    instructionId,
    resi,
    waiting,
    cookie,
  };
}

type Scene = Awaited<ReturnType<typeof buildScene>>;

const endMembership = ({ colleague }: Scene) =>
  server.owner.deleteFrom("members").where("user_id", "=", colleague.userId).execute();

const stateOf = async (uploadId: string) =>
  (
    await server.owner
      .selectFrom("photos")
      .select("state")
      .where("upload_id", "=", uploadId)
      .executeTakeFirstOrThrow()
  ).state;

/** What brings each event about; an event without a cause fails the test below. */
const CAUSES: Record<DomainEventType, (scene: Scene) => Promise<unknown>> = {
  "entry.added": async ({ operator, seller, code }) => {
    await postMessage(server.ctx, operator, code, message("Sudah di depan toko"));
    await postNote(server.ctx, seller, code, message("Jangan lupa foto"));
  },
  "entry.edited": ({ operator, code, entry }) =>
    changeEntry(server.ctx, operator, code, entry.id, {
      to: "edit",
      body: "Kurir berangkat jam 2",
    }),
  "entry.deleted": ({ operator, code, entry }) =>
    changeEntry(server.ctx, operator, code, entry.id, { to: "delete" }),
  "instruction.moved": ({ seller, code, instructionId }) =>
    moveInstruction(server.ctx, seller, code, instructionId, { state: "acknowledged", reason: "" }),
  "dispute.moved": ({ operator, code, disputeId }) =>
    moveDispute(server.ctx, operator, code, disputeId, accepts()),
  "report.changed": async ({ cs, code }) => {
    const { powers } = (await openThread(server.ctx, cs, code)).report;
    const [category = "scan_issue"] = powers.recategorise;
    await changeCategory(server.ctx, cs, code, { category, reason: "Kurir sudah mencoba" });
  },
  "photo.stored": async ({ waiting }) => {
    bringStoreBack();
    await placeHeldObjects(server.ctx);
    expect(await stateOf(waiting)).toBe("ready");
  },
  "photo.erased": async ({ waiting }) => {
    await server.owner
      .updateTable("uploads")
      .set({ state: "erased" })
      .where("id", "=", waiting)
      .execute();
    await showSettledPhotos(server.ctx);
    expect(await stateOf(waiting)).toBe("erased");
  },
  "read.marked": ({ operator, code }) =>
    markRead(server.ctx, operator, code, { everyone: 2, notes: 0, turn: 0 }),
  "presence.changed": ({ cs, code }) =>
    enterReport(server.ctx, cs, code, { id: "tab", nodeId: crypto.randomUUID() }),
  "person.typing": ({ operator, code }) =>
    server.ctx.db.as(operator, async (tx) => {
      const { id } = await tx
        .selectFrom("reports")
        .select("id")
        .where("code", "=", code)
        .executeTakeFirstOrThrow();
      const { userId, name, kind: side } = operator;
      const event = { type: "person.typing", reportId: id, userId, name, side } as const;
      await server.ctx.events.publish(tx, { ...event, audience: "everyone" });
    }),
  "parcel.changed": ({ resi }) => track(server, "everpro", everproCallback(resi, "PICKEDUP")),
  "session.revoked": ({ colleague }) =>
    server.owner.deleteFrom("sessions").where("user_id", "=", colleague.userId).execute(),
  "member.changed": endMembership,
};

/** Milliseconds that somebody is away meanwhile, by the clock of the business. */
const ABSENCES = { online: 0, "5 s": 5_000, "3 min": 180_000, "1 h": 3_600_000 };
const ENDS_ACCESS = new Set<DomainEventType>(["session.revoked", "member.changed"]);

type Shown = Pick<ThreadState, "entries" | "cursor" | "seen" | "present">;

const byId = (one: { userId: string }, other: { userId: string }) =>
  one.userId.localeCompare(other.userId);

/** What a page shows of it, in an order of its own. */
const shown = ({ entries, cursor, seen, present }: Shown, viewer: string) => ({
  entries: entries.map((entry: EntryView) => entry),
  cursor,
  seen: seen.toSorted(byId),
  present: present.filter((person) => person.userId !== viewer).toSorted(byId),
});

async function openClients({ colleague, code, cookie }: Scene) {
  const view = await openThread(server.ctx, colleague, code);
  return Object.entries(ABSENCES).map(([name, absence]) => {
    const heard = { refused: 0, typing: 0 };
    const client = openThreadClient({
      origin: server.origin,
      cookie,
      view,
      onRefused: () => {
        heard.refused += 1;
      },
      onTyping: () => {
        heard.typing += 1;
      },
    });
    clients.push(client);
    return { name, absence, heard, ...client };
  });
}

describe("what a page shows after each event", () => {
  it("is asked of every event that there is", () => {
    expect(Object.keys(CAUSES).sort()).toEqual([...DOMAIN_EVENTS].sort());
  });

  it.each(DOMAIN_EVENTS)(
    "%s: is what a fresh load shows, however long it was away",
    async (type) => {
      const scene = await buildScene();
      const before = await openThread(server.ctx, scene.colleague, scene.code);
      const pages = await openClients(scene);
      for (const page of pages) await page.connect();
      const away = pages.filter((page) => page.absence > 0);
      for (const page of away) page.socket.disconnect();
      await CAUSES[type](scene);
      for (const page of away) {
        clock.set(new Date(Date.parse(NOW) + page.absence));
        page.socket.connect();
      }
      clock.set(NOW);

      if (ENDS_ACCESS.has(type)) {
        for (const { socket, follower, heard } of pages) {
          await expect.poll(() => socket.connected).toBe(false);
          follower.wake();
          await expect.poll(() => heard.refused).toBeGreaterThan(0);
        }
        return;
      }
      for (const { follower } of pages) {
        await expect
          .poll(async () => shown(follower.state(), scene.colleague.userId))
          .toEqual(
            shown(
              await openThread(server.ctx, scene.colleague, scene.code),
              scene.colleague.userId,
            ),
          );
      }
      if (type === "person.typing") expect(pages[0]?.heard.typing).toBe(1);
      const after = await openThread(server.ctx, scene.colleague, scene.code);
      // The page loads the facts anew where its cursor has moved: none may change without that.
      if (JSON.stringify(after.report) !== JSON.stringify(before.report))
        expect(pages.map(({ follower }) => follower.state().cursor)).toEqual(
          pages.map(() => after.cursor),
        );
      const isQuiet = ["person.typing", "read.marked", "presence.changed"].includes(type);
      expect(after.cursor.everyone > before.cursor.everyone).toBe(!isQuiet);
      const told = ({ present, ...view }: typeof after) => JSON.stringify({ ...view, timeline: 0 });
      if (type !== "read.marked") expect(told(after) === told(before)).toBe(isQuiet);
    },
  );
});
