export type ChaosOptions = {
  kills: number;
  /** How many must be acknowledged. */
  messages: number;
  /** Who upload at once. */
  people: number;
  /** Everything that the goals name, however long it takes. */
  long: boolean;
  /** The same seed makes the same choices; when things happen is up to the machine. */
  seed: number;
  /** A fault that the run must catch. */
  plant?: string | undefined;
  /** A folder of pictures; without one a run makes its own. */
  corpus?: string | undefined;
  /** A line for each picture. */
  list: boolean;
  say: (line: string) => void;
};

export type Verdict = Record<string, number | string | boolean | object> & { pass: boolean };

export type Chaos = (options: ChaosOptions) => Promise<Verdict>;

/** `kills`: how many the goals name, where it is not twenty. */
export type ChaosModule = { chaos: Chaos; plants: readonly string[]; kills?: number };
