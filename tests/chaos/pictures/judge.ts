import { pictureRefusalCodes } from "#storage/pictures/picture-refusal.ts";
import type { Answer } from "./post-photo.ts";

type Count = { accepted: number; refused: number };

const count = (values: string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** What the answers say. */
export function judge(answers: Answer[]) {
  const accepted = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status >= 400 && status < 500);
  const byFolder: Record<string, Count> = {};
  for (const { folder, status } of answers) {
    byFolder[folder] ??= { accepted: 0, refused: 0 };
    const own = byFolder[folder];
    if (status === 201) own.accepted += 1;
    else if (status >= 400 && status < 500) own.refused += 1;
  }
  const known: readonly string[] = pictureRefusalCodes;
  return {
    files: answers.length,
    accepted: accepted.length,
    refused: count(refused.map(({ code }) => code)),
    byFolder,
    errors5xx: answers.filter(({ status }) => status >= 500).length,
    unanswered: answers.filter(({ status }) => status === 0).length,
    /** Refusals without a reason from the list that people have sentences for. */
    unexplained: refused.filter(({ code }) => !known.includes(code)).length,
    slowestMs: Math.max(0, ...answers.map(({ ms }) => ms)),
  };
}
