import type { PhotoItem } from "../../hooks/photos/photo-state.ts";

/** Whether the code that words advice is worth loading; what there is to say it finds itself. */
export const mayHaveNotes = ({ upload, isKept, purpose }: PhotoItem): boolean =>
  upload !== null &&
  !isKept &&
  (purpose === "ready" ||
    upload.advice.length > 0 ||
    upload.similarTo !== null ||
    (upload.label !== null && upload.label.state !== "matches"));
