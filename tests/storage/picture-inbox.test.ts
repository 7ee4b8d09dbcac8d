import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PictureInbox } from "#storage/pictures/picture-inbox.ts";
import { receivePicture } from "#storage/pictures/receive-picture.ts";
import { readPhoto } from "../support/read-photo.ts";

let parent: string;
let inbox: PictureInbox;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "pickup-inbox-"));
  inbox = new PictureInbox(parent);
});
afterEach(async () => {
  await inbox.close();
  rmSync(parent, { recursive: true, force: true });
});

const folders = () => readdirSync(parent);
const emptyParent = () => folders().map((name) => rmSync(join(parent, name), { recursive: true }));
const busy = { refusal: true, code: "picture.busy", cause: { code: "ENOENT" } };

describe("the folder of pictures", () => {
  it("is made anew, once, where the system has cleared it away", async () => {
    await inbox.receive([readPhoto()]);
    emptyParent();
    const pictures = await Promise.all([1, 2, 3].map(() => inbox.receive([readPhoto()])));
    expect(new Set(pictures.map(({ size }) => size))).toEqual(new Set([readPhoto().byteLength]));
    expect(folders()).toHaveLength(1);
  });

  it("that cannot be made refuses for now, and is made when it can be", async () => {
    rmSync(parent, { recursive: true });
    await expect(inbox.receive([readPhoto()])).rejects.toMatchObject(busy);
    mkdirSync(parent);
    expect((await inbox.receive([readPhoto()])).size).toBe(readPhoto().byteLength);
  });
});

it("a picture for which the disk has no room is read to its end and may be sent again", async () => {
  let read = 0;
  function* send() {
    for (const at of [0, 2_000, 4_000]) {
      read += 1;
      yield readPhoto().subarray(at, at + 2_000);
    }
  }
  await expect(receivePicture(join(parent, "away"), send())).rejects.toMatchObject(busy);
  expect(read).toBe(3);
});
