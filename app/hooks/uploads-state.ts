import type { PhotoPurpose } from "../contracts/photos.ts";
import type { UploadView } from "../contracts/views.ts";
import type { OutboxError } from "./outbox-state.ts";

export type UploadItem = {
  key: string;
  name: string;
  purpose: PhotoPurpose;
  /** Percent of the bytes sent. */
  progress: number;
  state: "uploading" | "done" | "failed";
  error: OutboxError | null;
  upload: UploadView | null;
};

export type UploadsAction =
  | { type: "chosen"; item: Pick<UploadItem, "key" | "name" | "purpose"> }
  | { type: "retried"; key: string }
  | { type: "progressed"; key: string; progress: number }
  | { type: "uploaded"; key: string; upload: UploadView }
  | { type: "failed"; key: string; error: OutboxError }
  | { type: "removed"; key: string }
  | { type: "replaced"; uploads: UploadView[] }
  /** Held by the server since an earlier visit; what was just chosen stays. */
  | { type: "restored"; uploads: UploadView[] };

export function uploadsReducer(items: UploadItem[], action: UploadsAction): UploadItem[] {
  switch (action.type) {
    case "chosen":
      return [...items, { ...FRESH, ...action.item }];
    case "retried":
      return change(items, action.key, FRESH);
    case "progressed":
      return change(items, action.key, { progress: action.progress });
    case "uploaded":
      return change(items, action.key, { state: "done", upload: action.upload });
    case "failed":
      return change(items, action.key, { state: "failed", error: action.error });
    case "removed":
      return items.filter((item) => item.key !== action.key);
    case "replaced":
      return openUploads(action.uploads);
    case "restored":
      return [...openUploads(action.uploads).filter((one) => !isThere(items, one)), ...items];
  }
}

/** Restoring twice is restoring once. */
const isThere = (items: UploadItem[], { key, upload }: UploadItem) =>
  items.some((item) => item.key === key || (upload !== null && item.upload?.id === upload.id));

const FRESH = { progress: 0, state: "uploading", error: null, upload: null } as const;

/** Uploads that the server already holds, such as after a refused form. */
export const openUploads = (uploads: UploadView[]): UploadItem[] =>
  uploads.map((upload) => ({
    ...FRESH,
    key: upload.id,
    name: "",
    purpose: upload.purpose,
    state: "done",
    upload,
  }));

const change = (items: UploadItem[], key: string, by: Partial<UploadItem>): UploadItem[] =>
  items.map((item) => (item.key === key ? { ...item, ...by } : item));

export const doneUploads = (items: UploadItem[]): UploadView[] =>
  items.flatMap((item) => (item.upload ? [item.upload] : []));
