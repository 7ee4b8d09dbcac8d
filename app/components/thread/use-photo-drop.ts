import { type ClipboardEvent, type DragEvent, useEffect, useState } from "react";
import { ACCEPTED_PHOTOS } from "./photo-picker.tsx";

const SAID_MS = 8_000;
const isPhoto = (file: File) => ACCEPTED_PHOTOS.includes(file.type);
const hasFiles = ({ types }: DataTransfer) => types.includes("Files");

/** The picker of the form that is shown; none where nobody may write. */
const pickerIn = (area: Element) =>
  [...area.querySelectorAll<HTMLInputElement>("[data-composer] input[type=file]")].find(
    (input) => !input.disabled && input.getClientRects().length > 0,
  );

function give(input: HTMLInputElement, photos: File[]): void {
  const transfer = new DataTransfer();
  for (const photo of photos) transfer.items.add(photo);
  input.files = transfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Photos let fall anywhere upon a thread, or pasted into it, go where chosen ones go. */
export function usePhotoDrop() {
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  useEffect(() => {
    if (refused.length === 0) return;
    const timer = setTimeout(() => setRefused([]), SAID_MS);
    return () => clearTimeout(timer);
  }, [refused]);

  const take = (area: Element, files: File[]) => {
    const input = pickerIn(area);
    if (!input) return;
    const photos = files.filter(isPhoto);
    setRefused(files.filter((file) => !isPhoto(file)).map((file) => file.name));
    if (photos.length > 0) give(input, photos);
  };
  const area = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event.dataTransfer) || !pickerIn(event.currentTarget)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setIsOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
    },
    onDrop(event: DragEvent) {
      setIsOver(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      take(event.currentTarget, [...event.dataTransfer.files]);
    },
    onPaste(event: ClipboardEvent) {
      const { files, types } = event.clipboardData;
      // A spreadsheet puts a picture of itself beside its words.
      if (files.length === 0 || types.includes("text/plain")) return;
      event.preventDefault();
      take(event.currentTarget, [...files]);
    },
  };
  return { isOver, refused, area };
}
