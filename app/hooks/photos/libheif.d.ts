declare module "libheif-js/libheif-wasm/libheif-bundle.mjs" {
  type Shown = { width: number; height: number; data: Uint8ClampedArray };
  type Picture = {
    get_width: () => number;
    get_height: () => number;
    is_primary: () => boolean;
    display: (into: Shown, done: (shown: Shown | null) => void) => void;
    free: () => void;
  };
  /** Only what is used of it; the decoder is compiled in. */
  export default function openLibheif(): {
    HeifDecoder: new () => { decode: (bytes: Uint8Array) => Picture[] };
  };
}
