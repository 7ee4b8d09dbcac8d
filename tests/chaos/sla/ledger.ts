export type Kind = "warn" | "breach";

/** What must, or may, be on record. Epoch milliseconds. */
export type Moment = {
  parcelId: string;
  kind: Kind;
  due: number;
  at: number;
  /** Since when the database could know of it. */
  known: number;
  /** False where the pick-up or another deadline came between the moment and its writing. */
  owed: boolean;
};

/** One deadline of a parcel, for as long as it held. */
type Term = { warn: number; due: number; known: number; until: number };
type Parcel = { id: string; terms: Term[]; reported: boolean };

function* momentsOf({ id, terms }: Parcel): Iterable<Moment> {
  for (const { warn, due, known, until } of terms) {
    const common = { parcelId: id, due, known, owed: until === Number.POSITIVE_INFINITY };
    if (warn <= until) yield { ...common, kind: "warn", at: warn };
    if (due <= until) yield { ...common, kind: "breach", at: due };
  }
}

/** What the harness did to each parcel, kept apart from the database that is judged by it. */
export function openLedger() {
  const parcels = new Map<string, Parcel>();
  const take = (id: string) => {
    const parcel = parcels.get(id);
    if (!parcel) throw new Error(`Parcel ${id} is not in the ledger`);
    return parcel;
  };
  const endTerm = (id: string, until: number) => {
    const term = take(id).terms.at(-1);
    if (term) term.until = until;
  };
  const moments = () => [...parcels.values()].flatMap((parcel) => [...momentsOf(parcel)]);
  return {
    book(id: string, term: Omit<Term, "until">) {
      const terms = [{ ...term, until: Number.POSITIVE_INFINITY }];
      parcels.set(id, { id, terms, reported: false });
    },
    move(id: string, term: Omit<Term, "until">) {
      endTerm(id, term.known);
      take(id).terms.push({ ...term, until: Number.POSITIVE_INFINITY });
    },
    pickUp: endTerm,
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
