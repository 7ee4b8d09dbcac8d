import type { PhotoPurpose } from "../../contracts/photos.ts";
import type { UploadView } from "../../contracts/views.ts";
import { type Answer, readAnswer } from "../read-answer.ts";
import type { PhotoSubject } from "./photo-state.ts";
import { lighten, openPhoto, type ReadyPhoto } from "./prepare-photo.ts";

/** A slow line is patient work; one on which nothing moves is a dead one. */
const STILL_MS = 45_000;
const STUCK_MS = 2_000;

export type SentPhoto = ReadyPhoto & {
  /** The client id: sent again under the same one, it is still one photo. */
  key: string;
  userId: string;
  purpose: PhotoPurpose;
  about: PhotoSubject;
};

type Options = {
  /** The photo as it goes from now on. */
  onOpened?: (ready: ReadyPhoto) => void;
  onProgress?: (percent: number) => void;
  signal?: AbortSignal;
};

const isUpload = (value: unknown): value is UploadView =>
  typeof value === "object" && value !== null && "id" in value && "thumbUrl" in value;

/** Those on their way, and when each last moved. */
const underWay = new Map<XMLHttpRequest, number>();

/** What went into a network that is gone may wait for its answer long after the network is back. */
export function giveUpStuckPhotos(): void {
  for (const [request, since] of underWay) if (Date.now() - since > STUCK_MS) request.abort();
}

function formOf({ key, purpose, about, file, isRedrawn }: SentPhoto): FormData {
  const form = new FormData();
  form.set("clientId", key);
  form.set("purpose", purpose);
  if ("code" in about) form.set("code", about.code);
  else for (const parcel of about.parcels) form.append("parcel", parcel);
  if (isRedrawn) form.set("reduced", "1");
  // Last: the server reads the fields ahead of the bytes.
  form.set("photo", file, file.name);
  return form;
}

/** Opens, perhaps lightens, and uploads one photo. Whoever sends photos sends them by this. */
export async function sendPhoto(
  photo: SentPhoto,
  { onOpened, onProgress, signal }: Options = {},
): Promise<Answer<UploadView>> {
  const opened = await openPhoto(photo.file);
  if (opened.type === "unreached") return opened;
  if (opened.type === "refused") {
    const problem = { kind: "invalid", ...opened.error, fields: {} } as const;
    return { type: "refused", problem };
  }
  const isRedrawn = photo.isRedrawn || opened.isRedrawn;
  onOpened?.({ file: opened.file, isRedrawn });
  const light = await lighten(opened.file);
  if (signal?.aborted) return { type: "unreached" };
  const form = formOf({ ...photo, ...light, isRedrawn: isRedrawn || light.isRedrawn });
  return post(form, photo.userId, { onProgress, signal });
}

/** XMLHttpRequest, because `fetch` tells nothing of the bytes on their way. */
function post(form: FormData, userId: string, { onProgress, signal }: Omit<Options, "onOpened">) {
  const request = new XMLHttpRequest();
  const watch = setInterval(() => {
    if (Date.now() - (underWay.get(request) ?? 0) > STILL_MS) request.abort();
  }, STUCK_MS);
  const moved = () => underWay.set(request, Date.now());
  const abort = () => request.abort();
  return new Promise<Answer<UploadView>>((resolve) => {
    moved();
    request.open("POST", "/uploads");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Sent-By", userId);
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      onProgress?.(total > 0 ? Math.round((100 * loaded) / total) : 0);
    };
    request.onload = () => {
      const retryAfter = request.getResponseHeader("Retry-After");
      resolve(readAnswer(request.status, request.responseText, isUpload, retryAfter));
    };
    request.onerror = request.onabort = () => resolve({ type: "unreached" });
    signal?.addEventListener("abort", abort);
    request.send(form);
  }).finally(() => {
    clearInterval(watch);
    underWay.delete(request);
    signal?.removeEventListener("abort", abort);
  });
}

/** An upload that nobody wants any more; where this does not arrive, the server forgets it by its age. */
export function forgetUpload(id: string): void {
  const headers = { Accept: "application/json" };
  fetch(`/uploads/${id}`, { method: "DELETE", keepalive: true, headers }).catch(() => {});
}
