import Trash2 from "lucide-react/icons/trash-2";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, FormerText } from "../../contracts/views.ts";
import { fetchAnswer } from "../../hooks/fetch-answer.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";

type TraceProps = { entry: EntryView; zone: TimeZone };
type Former = Pick<FormerText, "body" | "at">;

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
      {maySeeFormer && (
        <DeletedText url={`/pickup-problem/${code}/entries/${entry.id}/former`} zone={zone} />
      )}
    </article>
  );
}

const isTexts = (value: unknown): value is FormerText[] => Array.isArray(value);

/** Asked for only when somebody opens it: it is no part of the thread that everybody gets. */
function DeletedText({ url, zone }: { url: string; zone: TimeZone }) {
  const { t } = useTranslation();
  const [texts, setTexts] = useState<FormerText[] | "loading" | "failed">("loading");
  const ask = async () => {
    setTexts("loading");
    const answer = await fetchAnswer(url, {}, isTexts);
    setTexts(answer.type === "given" ? answer.value : "failed");
  };
  return (
    <details
      className="js-only mt-1 text-xs"
      onToggle={({ currentTarget }) => currentTarget.open && void ask()}
    >
      <summary className="inline-block cursor-pointer underline">
        {t("thread.change.former")}
      </summary>
      {typeof texts === "string" ? (
        <p role="status" className="mt-1">
          {t(texts === "failed" ? "thread.change.formerFailed" : "thread.change.formerLoading")}
        </p>
      ) : (
        <FormerTexts texts={texts} zone={zone} />
      )}
    </details>
  );
}

function FormerTexts({ texts, zone }: { texts: Former[]; zone: TimeZone }) {
  const time = useTimeWords();
  return (
    <ol className="mt-1 space-y-1 border-s-2 border-base-300 ps-2">
      {texts.map(({ body, at }) => (
        <li key={at}>
          <span suppressHydrationWarning>{time.clock(at, zone)}</span>
          <p className="whitespace-pre-wrap text-base-content [overflow-wrap:anywhere]">{body}</p>
        </li>
      ))}
    </ol>
  );
}
