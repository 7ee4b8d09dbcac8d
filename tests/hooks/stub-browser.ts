import { vi } from "vitest";
import { buildUpload } from "./build-upload.ts";

export const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xda]);

const drawn = () => ({
  getContext: () => ({ fillRect: () => {}, drawImage: () => {} }),
  toBlob: (give: (blob: Blob) => void) => give(new Blob([JPEG], { type: "image/jpeg" })),
});

/**
 * What of a browser the photos' engine asks for.
 * @param opened pictures are opened when it is; until then their photos are being prepared.
 */
export function stubBrowser(opened: Promise<void> = Promise.resolve()) {
  const sent: FormData[] = [];
  const openPicture = vi.fn(async () => {
    await opened;
    return { width: 4, height: 3, close: () => {} };
  });
  class Request {
    status = 201;
    responseText = "";
    upload = {};
    onload = () => {};
    open = () => {};
    setRequestHeader = () => {};
    getResponseHeader = () => null;
    abort = () => {};
    send(form: FormData) {
      sent.push(form);
      this.responseText = JSON.stringify(buildUpload(`u-${form.get("clientId")}`));
      queueMicrotask(() => this.onload());
    }
  }
  vi.stubGlobal("window", { addEventListener() {}, removeEventListener() {} });
  vi.stubGlobal("document", { createElement: drawn });
  vi.stubGlobal("createImageBitmap", openPicture);
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("No network")));
  return { sent, openPicture };
}
