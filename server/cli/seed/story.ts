import { randomUUID } from "node:crypto";
import type { Actor } from "#app/contracts/parties.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { fileReports } from "#app/domain/reports/file-reports.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import type { ParcelPhotoKind } from "#storage/pictures/draw-parcel.ts";
import type { Day } from "./day.ts";
import { actInDispute } from "./dispute-story.ts";
import { promisedWindow, type Window, windowFields } from "./promises.ts";
import type { Random } from "./random.ts";
import type { PlannedRequest } from "./requests.ts";
import type { Act, Beat, Opening, Role, Script } from "./threads/script.ts";
import { callback } from "./tracking.ts";
import type { Cast } from "./words.ts";

type Instruct = Extract<Act, { kind: "instruction" }>;

/** One filing and its threads while they are being lived. */
export type Story = {
  script: Script;
  request: PlannedRequest;
  /** The resi that are reported; the first ones of the request. */
  reported: string[];
  cast: Cast;
  emailOf: (role: Role) => string;
  now: Date;
  random: Random;
  codes: string[];
  instructions: Map<string, string>;
  window: Window | undefined;
};

async function upload(day: Day, story: Story, actor: Actor, photo: ParcelPhotoKind | null) {
  const { courier } = story.request;
  const resi = story.reported[0] ?? "";
  return photo ? [await day.upload(actor, { resi, courier, purpose: photo })] : [];
}

export async function file(day: Day, story: Story, opening: Opening, at: Date) {
  const actor = day.actor(story.emailOf(opening.by));
  const parcels = await day.ctx.db.as("system", (tx) =>
    tx.selectFrom("parcels").select("id").where("resi", "in", story.reported).execute(),
  );
  const filed = await fileReports(day.ctx, actor, {
    clientId: randomUUID(),
    parcel: parcels.map((parcel) => parcel.id),
    category: story.script.category,
    body: story.cast.fill(opening.text, at),
    upload: await upload(day, story, actor, opening.photo),
    readiness: story.request.point.readiness,
  });
  const order = (one: { resi: string }) => story.reported.indexOf(one.resi);
  story.codes = filed.toSorted((a, b) => order(a) - order(b)).map((one) => one.code);
}

function promiseFields(story: Story, act: Instruct, at: Date) {
  const none = { date: "", from: "", to: "", courierName: "", courierPhone: "", courierPlate: "" };
  if (!act.when) return none;
  const { zone } = story.request.shop;
  const { rider } = story.cast;
  story.window = promisedWindow(act.when, at, story.now, zone, story.random);
  return {
    ...windowFields(story.window, zone),
    courierName: rider.name,
    courierPhone: rider.phone,
    courierPlate: rider.plate,
  };
}

async function instruct(day: Day, story: Story, act: Instruct, at: Date, codes: string[]) {
  const actor = day.actor(story.emailOf(act.by));
  const promise = promiseFields(story, act, at);
  const detail = story.cast.fill(act.text, at, story.window);
  const photos = await upload(day, story, actor, act.photo);
  for (const code of codes) {
    const clientId = randomUUID();
    const input = { clientId, code: act.code, detail, upload: photos, ...promise };
    const entry = await issueInstruction(day.ctx, actor, code, input);
    story.instructions.set(`${code} ${act.code}`, entry.instruction?.id ?? "");
  }
}

/** What somebody does in a report. */
export type Acted = {
  day: Day;
  story: Story;
  actor: Actor;
  text: string;
  code: string;
  upload: (photo: ParcelPhotoKind | null) => Promise<string[]>;
};
type Acting<Kind extends Act["kind"]> = (
  acted: Acted,
  act: Extract<Act, { kind: Kind }>,
) => Promise<unknown>;

const move: Acting<"move"> = async ({ day, story, actor, text, code, upload }, act) => {
  const id = story.instructions.get(`${code} ${act.code}`) ?? "";
  const answer = { body: text, upload: await upload(act.photo) };
  const words = act.to === "declined" ? { reason: text } : { reason: "", ...answer };
  return moveInstruction(day.ctx, actor, code, id, { state: act.to, ...words });
};

const status: Acting<"status"> = ({ day, actor, text, code }, act) =>
  changeStatus(day.ctx, actor, code, { to: act.to, reason: text });

const say: Acting<"message" | "note"> = async ({ day, actor, text, code, upload }, act) => {
  const input = { clientId: randomUUID(), body: text, upload: await upload(act.photo) };
  return (act.kind === "note" ? postNote : postMessage)(day.ctx, actor, code, input);
};

type Spoken = Exclude<Act, { kind: "deadline" | "scan" | "instruction" }>;

function speak(acted: Acted, act: Spoken): Promise<unknown> {
  switch (act.kind) {
    case "status":
      return status(acted, act);
    case "move":
      return move(acted, act);
    case "dispute":
    case "answer":
    case "decide":
      return actInDispute(acted, act);
    default:
      return say(acted, act);
  }
}

/** Lets one line of a script happen. */
export async function play(day: Day, story: Story, beat: Beat, at: Date): Promise<void> {
  const { act } = beat;
  const codes = beat.each ? story.codes : story.codes.slice(0, 1);
  if (act.kind === "deadline") return;
  if (act.kind === "instruction") return instruct(day, story, act, at, codes);
  const text = story.cast.fill(act.text, at, story.window);
  if (act.kind === "scan") {
    for (const resi of story.reported) await day.tell("everpro", callback(resi, act.code, text));
    return;
  }
  const actor = day.actor(story.emailOf(act.by));
  for (const code of codes) {
    const photosOf = (photo: ParcelPhotoKind | null) => upload(day, story, actor, photo);
    await speak({ day, story, actor, text, code, upload: photosOf }, act);
  }
}
