import { randomUUID } from "node:crypto";
import { DecideProof, ShareProof } from "#app/contracts/proofs.schema.ts";
import { decideProof } from "#app/domain/proofs/decide-proof.server.ts";
import { describeNewProof } from "#app/domain/proofs/describe-new-proof.server.ts";
import { openProof } from "#app/domain/proofs/open-proof.server.ts";
import { shareProof } from "#app/domain/proofs/share-proof.server.ts";
import { MINUTE, plus } from "./clock.ts";
import type { Day, Moment, WantedPhoto } from "./day.ts";

/** One pile, signed for at the shop. */
export const MANIFEST: WantedPhoto = { resi: "IDE2026000001", courier: "idx", purpose: "handover" };

const SELLER = "sari@tokomelati.example";
const OPERATOR = "rudi@idx.example";
const RESI = 6;

async function share(day: Day): Promise<string> {
  const seller = day.actor(SELLER);
  const { open } = await describeNewProof(day.ctx, seller, []);
  const ours = open.filter(({ courierName }) => courierName === "ID Express").slice(0, RESI);
  const upload = [await day.upload(seller, MANIFEST)];
  const input = ShareProof.parse({
    clientId: randomUUID(),
    list: ours.map(({ resi }) => resi).join("\n"),
    upload,
    body: "Satu kali serah terima ke Pak Yanto, tanda tangan ada di manifes.",
  });
  return (await shareProof(day.ctx, seller, input)).id;
}

/** Some are confirmed, one is not to be seen, the rest still wait. */
async function answer({ ctx, actor }: Day, proofId: string): Promise<void> {
  const operator = actor(OPERATOR);
  const { links } = await openProof(ctx, operator, proofId);
  const [first, second, third] = links.map(({ code }) => code);
  const decide = (input: object) => decideProof(ctx, operator, proofId, DecideProof.parse(input));
  await decide({ to: "confirmed", report: [first, second] });
  await decide({ to: "rejected", report: [third], reason: "not_in_photo" });
}

/** A hand-over that serves several resi, half an hour ago. */
export function sharedProofMoments(now: Date): Moment[] {
  let proofId = "";
  return [
    {
      at: plus(now, -35 * MINUTE),
      happen: async (day) => {
        proofId = await share(day);
      },
    },
    { at: plus(now, -20 * MINUTE), happen: (day) => answer(day, proofId) },
  ];
}
