import { type ClipboardEvent, type DragEvent, useState } from "react";

const hasFiles = ({ types }: DataTransfer) => types.includes("Files");

/** The picker of the form that is shown; none where nobody may write. */
const pickerIn = (area: Element) =>
  [...area.querySelectorAll<HTMLInputElement>("[data-composer] input[type=file][multiple]")].find(
    (input) => !input.disabled && input.getClientRects().length > 0,
  );

function give(input: HTMLInputElement, files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Files let fall anywhere upon a thread, or pasted into it, go where chosen ones go; what is no photo is told there. */
export function usePhotoDrop() {
  const [isOver, setIsOver] = useState(false);
  const take = (area: Element, files: File[]) => {
    const input = pickerIn(area);
    if (input && files.length > 0) give(input, files);
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
  return { isOver, area };
}
