import { MAX_PHOTO_BYTES, type PhotoPurpose } from "../contracts/photos.ts";
import type { UploadView } from "../contracts/views.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

const PATIENCE_MS = 120_000;

export type PhotoUpload = { answer: Promise<Answer<UploadView>>; cancel: () => void };

const isUpload = (value: unknown): value is UploadView =>
  typeof value === "object" && value !== null && "id" in value && "thumbUrl" in value;

/** XMLHttpRequest, because `fetch` tells nothing of the bytes on their way. */
export function uploadPhoto(
  file: File,
  purpose: PhotoPurpose,
  onProgress: (percent: number) => void = () => {},
  headers: Record<string, string> = {},
): PhotoUpload {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<UploadView>>((resolve) => {
    request.open("POST", "/uploads");
    request.timeout = PATIENCE_MS;
    for (const [name, value] of Object.entries({ Accept: "application/json", ...headers }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(percentOf(loaded, total));
    request.onload = () => {
      const retryAfter = request.getResponseHeader("Retry-After");
      resolve(readAnswer(request.status, request.responseText, isUpload, retryAfter));
    };
    request.onerror = request.ontimeout = request.onabort = () => resolve({ type: "unreached" });
  });
  const form = new FormData();
  form.set("purpose", purpose);
  form.set("photo", file, file.name);
  request.send(form);
  return { answer, cancel: () => request.abort() };
}

const percentOf = (loaded: number, total: number) =>
  total > 0 ? Math.round((100 * loaded) / total) : 0;

export const isTooLarge = (file: File) => file.size > MAX_PHOTO_BYTES;
