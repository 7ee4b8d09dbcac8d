import sharp from "sharp";

const chunk = (type: string, data: Buffer, length = data.length) => {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32LE(length >>> 0, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

export const riff = (chunks: Buffer[]) => {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  const head = Buffer.alloc(8);
  head.write("RIFF", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

const canvas = (width: number, height: number, flags: number) => {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return chunk("VP8X", data);
};

const still = async (width = 32, height = 32) =>
  (
    await sharp({ create: { width, height, channels: 3, background: "#556677" } })
      .webp()
      .toBuffer()
  ).subarray(12);

/** A true frame on a canvas that says that it is of another size. */
export const buildCanvas = async (width: number, height: number) =>
  riff([canvas(width, height, 0), await still()]);

/** A frame whose chunk says that it is longer or shorter than it is. */
export async function buildWrongLength(length: number): Promise<Buffer> {
  const frame = Buffer.from(await still());
  frame.writeUInt32LE(length >>> 0, 4);
  return riff([frame, Buffer.alloc(40)]);
}

/** So many frames after each other. */
export async function buildFrames(frames: number): Promise<Buffer> {
  const place = Buffer.alloc(16);
  place.writeUIntLE(31, 6, 3);
  place.writeUIntLE(31, 9, 3);
  const frame = chunk("ANMF", Buffer.concat([place, await still()]));
  return riff([
    canvas(32, 32, 2),
    chunk("ANIM", Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => frame),
  ]);
}
