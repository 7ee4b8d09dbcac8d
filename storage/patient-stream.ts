import { Readable } from "node:stream";
import { storeError } from "./object-store.ts";

/** The same bytes, but an error once the source has let its reader wait so long; a reader may be as slow as it likes. */
export function patientStream(source: Readable, silentMs: number): Readable {
  return Readable.from(readPatiently(source, silentMs), { objectMode: false });
}

async function* readPatiently(source: Readable, silentMs: number): AsyncGenerator<Uint8Array> {
  const chunks = source.iterator({ destroyOnReturn: true });
  try {
    for (;;) {
      const timer = setTimeout(() => source.destroy(new Error("silent")), silentMs);
      const next = await chunks.next().finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw storeError("store.unavailable", "The object broke off on its way", error);
  } finally {
    source.destroy();
  }
}
