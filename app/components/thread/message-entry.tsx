import CheckIcon from "lucide-react/icons/check";
import CheckCheck from "lucide-react/icons/check-check";
import Lock from "lucide-react/icons/lock";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Audience, AuthorSide, Side } from "../../contracts/parties.ts";
import { EDIT_WINDOW_MS } from "../../contracts/reports.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { SeenView } from "../../contracts/thread-views.ts";
import type { EntryView } from "../../contracts/views.ts";
import { useLatePart } from "../../hooks/use-late-part.ts";
import { useNow } from "../../hooks/use-now.ts";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";
import { Moment } from "../ui/time.tsx";
import { EntryFoot } from "./entry-foot.tsx";
import { DeletedEntry, EditedTrace } from "./entry-trace.tsx";
import { linkParts } from "./link-parts.ts";
import { SideMark } from "./side-mark.tsx";

const loadEditor = () => import("./entry-editor.tsx");

type MessageEntryProps = {
  code: string;
  entry: EntryView;
  isOwn: boolean;
  isFollowing: boolean;
  isOpenReport: boolean;
  zone: TimeZone;
  viewer: Side;
  /** Others who have seen it and nothing of the viewer's behind it. */
  seenBy: SeenView[];
  isSeen: boolean;
  onChanged: (entry: EntryView) => void;
};

export function MessageEntry(props: MessageEntryProps) {
  const { code, entry, isOwn, isFollowing, isOpenReport, zone, viewer, onChanged } = props;
  const [isEditing, setIsEditing] = useState(false);
  const EntryEditor = useLatePart(loadEditor, isEditing);
  const isFresh = useNow() - Date.parse(entry.at) < EDIT_WINDOW_MS;
  if (entry.deletedAt) {
    const maySeeFormer = viewer === "support";
    return <DeletedEntry {...{ entry, zone, code, isOwn, maySeeFormer }} />;
  }
  const body = entry.body && <MessageBody text={entry.body} />;
  return (
    <>
      <MessageFrame
        audience={entry.audience}
        side={entry.author.side}
        name={entry.author.name}
        isOwn={isOwn}
        isFollowing={isFollowing}
        aside={
          <>
            <Moment at={entry.at} zone={zone} mode="clock" />
            {isOwn && <SentMark isSeen={props.isSeen} />}
          </>
        }
      >
        {EntryEditor ? (
          <EntryEditor {...{ code, entry, onChanged }} onClose={() => setIsEditing(false)} />
        ) : (
          body
        )}
        <PhotoThumbs photos={entry.photos} by={entry.author.name} />
        <EditedTrace entry={entry} zone={zone} />
      </MessageFrame>
      {isOwn && !isEditing && (
        <EntryFoot
          {...{ code, entry, zone, onChanged, seenBy: props.seenBy }}
          canChange={isFresh && isOpenReport}
          onEdit={() => setIsEditing(true)}
        />
      )}
    </>
  );
}

function SentMark({ isSeen }: { isSeen: boolean }) {
  const { t } = useTranslation();
  const text = t(isSeen ? "thread.seen.mark" : "thread.sentAt");
  const Icon = isSeen ? CheckCheck : CheckIcon;
  return (
    <span className="inline-flex" title={text}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{text}</span>
    </span>
  );
}

export const MessageBody = ({ text }: { text: string }) => (
  <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
    {linkParts(text).map(({ text: part, href }, index) =>
      href ? (
        <a
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
          key={index}
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="link"
        >
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

type MessageFrameProps = {
  audience: Audience;
  side: AuthorSide;
  name: string;
  isOwn: boolean;
  /** Under the same name as the one before it. */
  isFollowing?: boolean;
  /** Time and send state. */
  aside: ReactNode;
  children: ReactNode;
};

const LOOK = {
  own: "ms-8 border-primary/25 bg-tint-primary sm:ms-16",
  other: "me-8 border-base-300 bg-base-100 sm:me-16",
  note: "border-dashed border-warning bg-tint-warning",
} as const;

export function MessageFrame(props: MessageFrameProps) {
  const { t } = useTranslation();
  const { audience, side, name, isOwn, isFollowing, aside, children } = props;
  const isNote = audience !== "everyone";
  const place = isOwn ? "ms-8 sm:ms-16" : "me-8 sm:me-16";
  const look = isNote ? `${LOOK.note} ${place}` : LOOK[isOwn ? "own" : "other"];
  return (
    <article className={`rounded-box border px-3 ${isFollowing ? "py-1.5" : "py-2"} ${look}`}>
      {isNote && !isFollowing && <NoteBanner audience={audience} />}
      <header
        className={`text-dense text-muted ${isFollowing ? "float-end ms-3" : "mb-1 flex flex-wrap items-center gap-x-2"}`}
      >
        <span className={isFollowing ? "sr-only" : "font-semibold text-base-content"}>
          {isOwn ? t("thread.own") : name}
        </span>
        {!isFollowing && <SideMark side={side} />}
        <span className="ms-auto inline-flex items-center gap-1">{aside}</span>
      </header>
      {children}
    </article>
  );
}

function NoteBanner({ audience }: { audience: Side }) {
  const { t } = useTranslation();
  return (
    <p className="mb-1 flex items-center gap-1.5 text-dense font-semibold text-warning">
      <Lock aria-hidden="true" className="size-3.5 shrink-0" />
      {t("thread.note.title")} · {t(`thread.note.only.${audience}`)}
    </p>
  );
}
