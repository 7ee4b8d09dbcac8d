import { useTranslation } from "react-i18next";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import { NoteDrawing } from "./note-drawing.tsx";
import { notesOf, type PhotoNote } from "./photo-notes.ts";
import { ReplaceButton } from "./replace-button.tsx";

type PhotoAdviceProps = {
  item: PhotoItem;
  /** All of the form. */
  items: PhotoItem[];
  /** What the photo is called in sentences. */
  name: string;
  /** The report's; undefined where several are filed at once. */
  resi: string | undefined;
  onReplace: (file: File) => void;
  onKeep: () => void;
};

/** Advice under a photo. It stops nobody: one keeps the photo with a touch. */
export default function PhotoAdvice(props: PhotoAdviceProps) {
  const { item, items, name, resi, onReplace, onKeep } = props;
  const { t } = useTranslation();
  const notes = notesOf(item, items);
  if (notes.length === 0) return null;
  return (
    <div className="border-t border-base-300 px-2 py-1.5">
      <ul className="space-y-1">
        {notes.map((note) => (
          <li key={note.code} className="flex items-center gap-2">
            <span className="text-warning">
              <NoteDrawing code={note.code} />
            </span>
            <p className="min-w-0 [overflow-wrap:anywhere]">
              <NoteText note={note} resi={resi} />
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-1 flex flex-wrap gap-1.5">
        <ReplaceButton name={name} onReplace={onReplace} />
        <button
          type="button"
          aria-label={t("photo.keepThis", { name })}
          className="btn btn-ghost btn-sm pointer-coarse:min-h-11"
          onClick={onKeep}
        >
          {t("photo.keep")}
        </button>
      </div>
    </div>
  );
}

function NoteText({ note, resi }: { note: PhotoNote; resi: string | undefined }) {
  const { t } = useTranslation();
  if (note.code !== "differs") return t(`photo.note.${note.code}`);
  const { read } = note;
  return resi ? t("photo.note.differs", { read, resi }) : t("photo.note.differsAll", { read });
}
