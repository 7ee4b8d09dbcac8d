import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import type { z } from "zod";
import { MAX_PHOTO_BYTES, PHOTO_PURPOSES, type PhotoPurpose } from "#app/contracts/photos.ts";
import { MAX_PHOTOS_AN_ENTRY } from "#app/contracts/reports.ts";
import { type DomainError, invalid, isDomainError, tooLarge } from "#app/domain/errors.server.ts";
import type { IncomingPicture } from "#storage/pictures/receive-picture.ts";
import { collect, readBytes } from "./read-bytes.server.ts";

/** Fields as sent; a name that came more than once is a list. */
export type FormValues = Record<string, string | string[]>;
export type ReadForm = {
  values: FormValues;
  parse: <T extends z.ZodType>(schema: T) => z.infer<T>;
};

/** What came as text before the photo, and what the photo is of. */
export type PhotoFields = FormValues & { purpose: PhotoPurpose };

/** Takes in the photos of a form, one after the other. */
export type PhotoKeeper = {
  receive(data: AsyncIterable<Uint8Array>): Promise<IncomingPicture>;
  keep(picture: IncomingPicture, fields: PhotoFields): Promise<{ id: string }>;
};

const MAX_TEXT_BYTES = 256 * 1024;
/** Ten photos, each a little over its limit so that it gets its own refusal, and the text. */
const MAX_PHOTO_FORM_BYTES = 12 * MAX_PHOTO_BYTES;
const MAX_PARTS = 200;
const LISTS = new Set(["parcel", "upload", "pick", "report", "operatingDays", "days"]);
const PURPOSES: Record<string, PhotoPurpose> = { photo_handover: "handover", photo_ready: "ready" };

/** Keeps photo after photo; what is refused is told once the whole form was heard. */
class Photos {
  readonly kept: string[] = [];
  refusal: DomainError | undefined;
  #fault: { cause: unknown } | undefined;
  #keeper: PhotoKeeper | undefined;

  constructor(keeper: PhotoKeeper | undefined) {
    this.#keeper = keeper;
  }

  async take(name: string, data: AsyncIterable<Uint8Array>, fields: FormValues): Promise<void> {
    if (!this.#keeper) return forget(data);
    try {
      await this.#keep(this.#keeper, name, data, fields);
    } catch (error) {
      if (isDomainError(error)) this.refusal ??= error;
      else this.#fault ??= { cause: error };
    }
  }

  throwFault(): void {
    if (this.#fault) throw this.#fault.cause;
  }

  async #keep(
    keeper: PhotoKeeper,
    name: string,
    data: AsyncIterable<Uint8Array>,
    fields: FormValues,
  ): Promise<void> {
    if (this.kept.length >= MAX_PHOTOS_AN_ENTRY) {
      await forget(data);
      throw invalid("evidence.too_many", { fields: { [name]: "evidence.too_many" } });
    }
    const picture = await keeper.receive(data);
    try {
      const purpose = PURPOSES[name] ?? purposeIn(fields);
      this.kept.push((await keeper.keep(picture, { ...fields, purpose })).id);
    } finally {
      await picture.discard();
    }
  }
}

const purposeIn = ({ purpose }: FormValues) =>
  PHOTO_PURPOSES.find((known) => known === purpose) ?? "other";

/** Reads what nobody wants, so that what follows it is heard. */
async function forget(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of data);
}

/**
 * Reads a form with photos part by part, so that none is in memory. A photo that is refused does not stop the
 * rest: what was typed and the photos that are fine are kept, then the refusal is told.
 */
async function readMultipart(request: Request, keeper: PhotoKeeper | undefined) {
  const photos = new Photos(keeper);
  // Ahead of its photo, as the form has them.
  const before = new FormData();
  let parts = 0;

  const limit = keeper ? MAX_PHOTO_FORM_BYTES : MAX_TEXT_BYTES;
  const { limited, isOver } = withLimit(request, limit);
  const form = await parseMultipart(limited, async ({ name, filename, data }) => {
    parts += 1;
    if (parts > MAX_PARTS) throw tooLarge("form.too_large");
    if (filename === undefined) {
      const text = await collectText(data);
      before.append(name, text);
      return text;
    }
    // So a browser sends a field where nothing was chosen.
    if (filename === "") await forget(data);
    else await photos.take(name, data, valuesOf(before));
    return undefined;
  }).catch((cause) => {
    if (isOver()) throw tooLarge("form.too_large");
    // Cut off, without a boundary, or no multipart at all.
    throw isDomainError(cause) ? cause : invalid("form.invalid");
  });
  photos.throwFault();
  for (const id of photos.kept) form.append("upload", id);
  return { form, refusal: photos.refusal };
}

/** What is read and forgotten beyond a limit, so that the sender hears the refusal instead of a broken line. */
const DRAINED_BYTES = 40 * 1024 * 1024;

/** The same request with a body of at most `max` bytes. */
function withLimit(request: Request, max: number) {
  let size = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size <= max) controller.enqueue(chunk);
        else if (size > max + DRAINED_BYTES) controller.error(tooLarge("form.too_large"));
      },
    }),
  );
  const { method, headers, url } = request;
  const init = { method, headers, body: counted, duplex: "half" } as RequestInit;
  return { limited: new Request(url, init), isOver: () => size > max };
}

async function collectText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = await collect(data, MAX_TEXT_BYTES);
  if (!bytes) throw tooLarge("form.too_large");
  return bytes.toString("utf8");
}

async function readPlain(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, MAX_TEXT_BYTES);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  return new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw invalid("form.invalid");
  });
}

function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === "string");
    const last = all.at(-1);
    if (LISTS.has(name)) values[name] = all;
    else if (last !== undefined) values[name] = last;
  }
  return values;
}

/** `readiness.street` becomes `{ readiness: { street } }`. */
function nest(values: FormValues): Record<string, unknown> {
  const nested: Record<string, unknown> = { readiness: {} };
  for (const [name, value] of Object.entries(values)) {
    const [group, field] = name.split(".");
    if (group === "readiness" && field)
      (nested.readiness as Record<string, unknown>)[field] = value;
    else if (name !== "readiness") nested[name] = value;
  }
  return nested;
}

/** Codes of the schema's own sentences; what zod says by itself is one sentence for all. */
const codeOf = (message: string) =>
  /^[a-z_]+\.[a-z_]+$/.test(message) ? message : "field.invalid";

export function parseOrRefuse<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const [first, ...rest] = issue.path.filter((part) => typeof part === "string");
    fields[[first, ...rest].join(".")] ??=
      issue.input === undefined && issue.code === "invalid_type"
        ? "field.required"
        : codeOf(issue.message);
  }
  throw invalid("form.invalid", { fields });
}

/** A form's fields; its photos are kept on the way and take part as `upload`. */
export async function readForm(request: Request, keeper?: PhotoKeeper): Promise<ReadForm> {
  const multipart = request.headers.get("content-type")?.startsWith("multipart/form-data");
  const { form, refusal } = multipart
    ? await readMultipart(request, keeper)
    : { form: await readPlain(request), refusal: undefined };
  const values = valuesOf(form);
  return {
    values,
    parse(schema) {
      if (refusal) throw refusal;
      return parseOrRefuse(schema, nest(values));
    },
  };
}
