import { expect, it } from "vitest";
import { z } from "zod";
import { invalid } from "#app/domain/errors.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import type { PhotoKeeper } from "#app/http/taken-photos.server.ts";

const fault = Object.assign(new Error("terminating connection"), { code: "57P01" });
const refusal = invalid("picture.damaged");

/** A form of text and four photos, of which one is refused and one meets a fault of ours. */
function formOf() {
  const form = new FormData();
  form.append("body", "Kurir tidak datang");
  for (const name of ["first", "refused", "fault", "last"])
    form.append("photo", new Blob([name], { type: "image/jpeg" }), `${name}.jpg`);
  return new Request("http://localhost/", { method: "POST", body: form });
}

const keeperWith = (failures: Record<string, Error>): PhotoKeeper => ({
  async receive(data) {
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    const file = Buffer.concat(chunks).toString();
    return { file, size: file.length, sha256: "", discard: async () => {} };
  },
  async keep({ file }) {
    if (failures[file]) throw failures[file];
    return { id: file };
  },
});

const anything = z.record(z.string(), z.unknown());

it("a photo that is not kept takes neither the text nor the others along", async () => {
  for (const failure of [refusal, fault]) {
    const form = await readForm(formOf(), keeperWith({ fault: failure }));
    expect(form.values).toMatchObject({
      body: "Kurir tidak datang",
      upload: ["first", "refused", "last"],
    });
    expect(() => form.parse(anything)).toThrow(failure);
  }
});

it("a fault of ours is told before a refusal", async () => {
  const form = await readForm(formOf(), keeperWith({ refused: refusal, fault }));
  expect(form.values).toMatchObject({ upload: ["first", "last"] });
  expect(() => form.parse(anything)).toThrow(fault);
});
