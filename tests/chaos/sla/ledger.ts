export type Kind = "warn" | "breach";

/** What must, or may, be on record. Epoch milliseconds. */
export type Moment = {
  parcelId: string;
  kind: Kind;
  due: number;
  at: number;
  /** Since when the database could know of it. */
  known: number;
  /** False where another deadline, or the word of the pick-up, may have come before its writing. */
  owed: boolean;
};

type Times = { warn: number; due: number; known: number };
/** One deadline of a parcel: what came before `owedUntil` must be written, what came after `until` must not. */
type Term = Times & { owedUntil: number; until: number };
type Parcel = { id: string; terms: Term[]; reported: boolean };

function* momentsOf({ id, terms }: Parcel): Iterable<Moment> {
  for (const { warn, due, known, owedUntil, until } of terms) {
    const common = { parcelId: id, due, known };
    if (warn <= until) yield { ...common, kind: "warn", at: warn, owed: warn < owedUntil };
    if (due <= until) yield { ...common, kind: "breach", at: due, owed: due < owedUntil };
  }
}

const FOREVER = { owedUntil: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** What the harness did to each parcel, kept apart from the database that is judged by it. */
export function openLedger() {
  const parcels = new Map<string, Parcel>();
  const take = (id: string) => {
    const parcel = parcels.get(id);
    if (!parcel) throw new Error(`Parcel ${id} is not in the ledger`);
    return parcel;
  };
  const endTerm = (id: string, end: Pick<Term, "owedUntil" | "until">) =>
    Object.assign(take(id).terms.at(-1) ?? {}, end);
  const moments = () => [...parcels.values()].flatMap((parcel) => [...momentsOf(parcel)]);
  return {
    book(id: string, times: Times) {
      parcels.set(id, { id, terms: [{ ...times, ...FOREVER }], reported: false });
    },
    /** What of the old deadline nobody had written by then, nobody needs to write. */
    move(id: string, times: Times) {
      endTerm(id, { owedUntil: 0, until: times.known });
      take(id).terms.push({ ...times, ...FOREVER });
    },
    /** @param worked when the scan was in force at the latest. */
    pickUp(id: string, at: number, worked: number) {
      endTerm(id, { owedUntil: at, until: worked });
    },
    report(id: string) {
      take(id).reported = true;
    },
    moments,
    size: () => parcels.size,
    nextMoment: (after: number) =>
      Math.min(...moments().flatMap(({ at }) => (at > after ? [at] : []))),
    lastMoment: () => moments().reduce((last, { at }) => Math.max(last, at), 0),
    /** Parcels whose report must, or must not, have been promoted. */
    promotions: () =>
      [...parcels.values()].flatMap(({ id, terms, reported }) =>
        reported ? [{ parcelId: id, owed: terms.at(-1)?.until === Number.POSITIVE_INFINITY }] : [],
      ),
  };
}

export type Ledger = ReturnType<typeof openLedger>;
