import Eye from "lucide-react/icons/eye";
import PencilLine from "lucide-react/icons/pencil-line";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import type { Viewer } from "../../contracts/views.ts";
import type { LiveThread } from "../../hooks/use-thread.ts";

type HereLineProps = Pick<LiveThread, "present" | "typing"> & {
  viewer: Viewer;
  isWriting: boolean;
  /** Written by others since the viewer began to write. */
  newSince: number;
  onShowEnd: () => void;
};

/** Who else is here. Its place is kept free, so that nothing moves when somebody comes. */
export function HereLine(props: HereLineProps) {
  const { present, typing, viewer, isWriting, newSince, onShowEnd } = props;
  const { t } = useTranslation();
  const colleague = isWriting ? typing.find(({ side }) => side === viewer.kind) : undefined;
  const isWarning = newSince > 0 || colleague !== undefined;
  return (
    <div className="js-only flex h-5 items-center gap-1.5 text-xs text-muted">
      <p
        role="status"
        className={
          isWarning ? "flex min-w-0 items-center gap-1.5 font-medium text-warning" : "sr-only"
        }
      >
        {isWarning && <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />}
        <span className="truncate">
          {newSince > 0
            ? t("thread.here.since", { count: newSince })
            : colleague && t("thread.here.colleague", { name: colleague.name })}
        </span>
      </p>
      {newSince > 0 && (
        <button type="button" className="link font-medium text-warning" onClick={onShowEnd}>
          {t("thread.here.show")}
        </button>
      )}
      {!isWarning && <Others present={present} typing={typing} />}
    </div>
  );
}

function Others({ present, typing }: Pick<LiveThread, "present" | "typing">) {
  const { t } = useTranslation();
  const [typist] = typing;
  const [first] = present;
  const person = typist ?? first;
  if (!person) return null;
  const Icon = typist ? PencilLine : Eye;
  const who = { name: person.name, side: t(`side.${person.side}`) };
  const text = typist
    ? t("thread.here.typing", who)
    : present.length > 1
      ? t("thread.here.viewingMore", { ...who, count: present.length - 1 })
      : t("thread.here.viewing", who);
  return (
    <>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate" title={present.map(({ name }) => name).join(", ")}>
        {text}
      </span>
    </>
  );
}
