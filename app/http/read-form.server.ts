import type { z } from "zod";
import { invalid } from "#app/domain/errors.server.ts";
import { type FormValues, valuesOf } from "./form-values.server.ts";
import { readBytes } from "./read-bytes.server.ts";
import { MAX_TEXT_BYTES, readMultipart } from "./read-multipart.server.ts";
import type { PhotoKeeper } from "./taken-photos.server.ts";

export type ReadForm = {
  values: FormValues;
  parse: <T extends z.ZodType>(schema: T) => z.infer<T>;
};

async function readPlain(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, MAX_TEXT_BYTES);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  return new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw invalid("form.invalid");
  });
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
  const { form, failure } = multipart
    ? await readMultipart(request, keeper)
    : { form: await readPlain(request), failure: undefined };
  const values = valuesOf(form);
  return {
    values,
    parse(schema) {
      if (failure) throw failure.cause;
      return parseOrRefuse(schema, nest(values));
    },
  };
}
