import Trash2 from "lucide-react/icons/trash-2";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView } from "../../contracts/views.ts";
import { useLatePart } from "../../hooks/use-late-part.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { FormerTexts } from "./former-texts.tsx";

const loadDeletedText = () => import("./deleted-text.tsx");

type TraceProps = { entry: EntryView; zone: TimeZone };

/** When it was changed, and what it said before. */
export function EditedTrace({ entry, zone }: TraceProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  if (!entry.editedAt) return null;
  return (
    <details className="mt-1 text-xs text-muted">
      <summary className="inline-block cursor-pointer underline" suppressHydrationWarning>
        {t("thread.change.edited", { time: time.clock(entry.editedAt, zone) })}
      </summary>
      <FormerTexts texts={entry.earlier} zone={zone} />
    </details>
  );
}

type DeletedProps = TraceProps & { code: string; isOwn: boolean; maySeeFormer: boolean };

export function DeletedEntry({ entry, zone, code, isOwn, maySeeFormer }: DeletedProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const DeletedText = useLatePart(loadDeletedText, maySeeFormer);
  const at = time.clock(entry.deletedAt ?? entry.at, zone);
  const text = isOwn
    ? t("thread.change.deletedOwn", { time: at })
    : t("thread.change.deleted", { name: entry.author.name, time: at });
  return (
    <article
      className={`rounded-box border border-dashed border-base-300 px-3 py-1.5 text-dense text-muted ${isOwn ? "ms-8 sm:ms-16" : "me-8 sm:me-16"}`}
    >
      <p className="flex items-center gap-1.5 italic" suppressHydrationWarning>
        <Trash2 aria-hidden="true" className="size-3.5 shrink-0" />
        {text}
      </p>
      {DeletedText && (
        <DeletedText url={`/pickup-problem/${code}/entries/${entry.id}/former`} zone={zone} />
      )}
    </article>
  );
}
