import { tooLarge } from "#app/domain/errors.server.ts";

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Undefined where there is more than `max`; the rest is read and forgotten, so that the sender gets an answer. */
export async function collect(data: Bytes, max: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.byteLength;
    if (size <= max) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > max ? undefined : Buffer.concat(chunks);
}

export async function readBytes(request: Request, max: number): Promise<Buffer> {
  const bytes = await collect((request.body as unknown as Bytes | null) ?? [], max);
  if (!bytes) throw tooLarge("form.too_large");
  return bytes;
}
