import CheckIcon from "lucide-react/icons/check";
import Lock from "lucide-react/icons/lock";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Audience, AuthorSide, Side } from "../../contracts/parties.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView } from "../../contracts/views.ts";
import { Moment } from "../ui/time.tsx";
import { linkParts } from "./link-parts.ts";
import { PhotoThumbs } from "./photo-thumbs.tsx";
import { SideMark } from "./side-mark.tsx";

type MessageEntryProps = {
  entry: EntryView;
  isOwn: boolean;
  isFollowing: boolean;
  zone: TimeZone;
};

export function MessageEntry({ entry, isOwn, isFollowing, zone }: MessageEntryProps) {
  const { t } = useTranslation();
  return (
    <MessageFrame
      audience={entry.audience}
      side={entry.author.side}
      name={entry.author.name}
      isOwn={isOwn}
      isFollowing={isFollowing}
      aside={
        <>
          <Moment at={entry.at} zone={zone} mode="clock" />
          {isOwn && (
            <span className="inline-flex" title={t("thread.sentAt")}>
              <CheckIcon aria-hidden="true" className="size-3.5" />
              <span className="sr-only">{t("thread.sentAt")}</span>
            </span>
          )}
        </>
      }
    >
      {entry.body && <MessageBody text={entry.body} />}
      <PhotoThumbs photos={entry.photos} by={entry.author.name} />
    </MessageFrame>
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
