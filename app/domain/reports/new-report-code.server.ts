import { randomInt } from "node:crypto";

/** Crockford's letters: none that is read as another. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What people say on the phone, e.g. PP-7K3MQ2XD: 2^40 of them, and no hint at how many there are. */
export const newReportCode = () =>
  `PP-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
