import openLibheif from "libheif-js/libheif-wasm/libheif-bundle.mjs";

export type DecodedHeic = { width: number; height: number; pixels: Uint8ClampedArray };
export type HeicAnswer = DecodedHeic | { failure: string };

async function decode(bytes: ArrayBuffer): Promise<DecodedHeic> {
  const { HeifDecoder } = openLibheif();
  const pictures = new HeifDecoder().decode(new Uint8Array(bytes));
  const picture = pictures.find((one) => one.is_primary()) ?? pictures[0];
  if (!picture) throw new Error("No picture in this file");
  const [width, height] = [picture.get_width(), picture.get_height()];
  const data = new Uint8ClampedArray(width * height * 4);
  const shown = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) =>
    picture.display({ width, height, data }, resolve),
  );
  for (const one of pictures) one.free();
  if (!shown) throw new Error("This picture cannot be decoded");
  return { width, height, pixels: shown.data };
}

type Scope = {
  onmessage: unknown;
  postMessage: (answer: HeicAnswer, move?: Transferable[]) => void;
};
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }: MessageEvent<ArrayBuffer>) =>
  decode(data).then(
    (picture) => scope.postMessage(picture, [picture.pixels.buffer as ArrayBuffer]),
    (error) => scope.postMessage({ failure: String(error) }),
  );
