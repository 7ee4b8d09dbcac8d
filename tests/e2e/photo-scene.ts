import type { Page } from "@playwright/test";
import sharp from "sharp";
import type { TestServer } from "../support/test-server.ts";
import type { Person } from "./fixtures.ts";

export type GivenFile = { name: string; mimeType: string; buffer: Buffer };

const jpeg = (name: string, buffer: Buffer): GivenFile => ({
  name: `${name}.jpg`,
  mimeType: "image/jpeg",
  buffer,
});

/** A grainy picture as a camera takes it, each with a sight of its own. */
async function drawGrain(width: number, height: number, mean: number) {
  const noise = { type: "gaussian", mean, sigma: 14 } as const;
  const boxes = Array.from({ length: 9 }, (_, n) => {
    const at = (n * 37 + Math.round(mean) * 13) % 100;
    return `<rect x="${at}%" y="${(at * 7 + n * 11) % 100}%" width="18%" height="9%" fill="hsl(${n * 40} 60% ${30 + ((n * mean) % 40)}%)"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${boxes.join("")}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: "#888", noise } }).composite([
    { input: Buffer.from(drawing) },
  ]);
}

export async function drawPhoto(name: string, mean: number, width = 1200, height = 900) {
  const picture = await drawGrain(width, height, mean);
  return jpeg(name, await picture.jpeg({ quality: 60 }).toBuffer());
}

export const drawDark = async (name: string) =>
  jpeg(
    name,
    await sharp({ create: { width: 900, height: 700, channels: 3, background: "#0a0907" } })
      .jpeg()
      .toBuffer(),
  );

/** Twelve megapixels, lying on the side, with time and place. */
export async function drawLarge(name: string) {
  const picture = await drawGrain(4000, 3000, 120);
  const buffer = await picture
    .withExif({
      IFD0: { Make: "Uji", Model: "Ponsel Uji" },
      IFD2: { DateTimeOriginal: "2026:11:25 09:12:00" },
      IFD3: { GPSLatitudeRef: "S", GPSLatitude: "6/1 54/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
  return jpeg(name, buffer);
}

export const PDF: GivenFile = {
  name: "manifest.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
};

export const VIDEO: GivenFile = {
  name: "serah terima.mp4",
  mimeType: "video/mp4",
  buffer: Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom"), Buffer.alloc(64)]),
};

/** What a phone has on a slow network: 750 kbit/s up, 1.6 Mbit/s down, 150 ms. */
const SLOW = { latency: 150, uploadThroughput: 93_750, downloadThroughput: 200_000 };

/** The line of one page, by Chromium's own means. */
export async function lineOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const set = (offline: boolean) =>
    session.send("Network.emulateNetworkConditions", {
      ...SLOW,
      offline,
      connectionType: "cellular3g",
    });
  return { slow: () => set(false), cut: () => set(true) };
}

declare global {
  interface Window {
    sentForms: FormData[];
  }
}

/** Keeps what the page hands to the network: Chromium tells nobody the bytes of a form with files. */
export const watchForms = (page: Page) =>
  page.addInitScript(() => {
    window.sentForms = [];
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof FormData) window.sentForms.push(body);
      send.call(this, body);
    };
  });

/** The first form with a photo that went. */
export async function sentForm(page: Page) {
  await page.waitForFunction(() => window.sentForms.length > 0);
  const { names, reduced, photo } = await page.evaluate(async () => {
    const [form] = window.sentForms;
    const file = form?.get("photo") as File;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { names: [...(form?.keys() ?? [])], reduced: form?.get("reduced"), photo: btoa(text) };
  });
  return { names, reduced, photo: Buffer.from(photo, "base64") };
}

export const uploadsOf = (server: TestServer, person: Person) =>
  server.owner
    .selectFrom("uploads")
    .selectAll()
    .where("owner_user_id", "=", person.userId)
    .execute();

/** Photos of the entry that says so. */
export const photosSaying = (server: TestServer, body: string) =>
  server.owner
    .selectFrom("photos")
    .innerJoin("entries", "entries.id", "photos.entry_id")
    .select(["photos.id", "photos.upload_id"])
    .where("entries.body", "=", body)
    .execute();

export const pickerOn = (page: Page) => {
  const list = page.getByRole("list", { name: "Foto terlampir" });
  return {
    list,
    lines: list.locator("> li"),
    done: list.getByText("Terunggah"),
    gallery: page.locator("label:visible input[type=file][multiple]").first(),
  };
};
