import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import Undo2 from "lucide-react/icons/undo-2";
import { useEffect, useId, useReducer, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { coverPhoto, fetchOwnPhoto } from "../../hooks/photos/cover-photo.ts";
import type { PhotoItem } from "../../hooks/photos/photo-state.ts";
import { useObjectUrl } from "../../hooks/photos/use-object-url.ts";
import { CoverBoard } from "./cover-board.tsx";
import { boxAround, coverReducer, NO_COVER } from "./cover-boxes.ts";

type CoverDialogProps = {
  item: PhotoItem;
  onCovered: (file: File) => void;
  onClose: () => void;
};

/** Black boxes over names and numbers. They are painted on this device, into a copy that takes the photo's place. */
export default function CoverDialog({ item, onCovered, onClose }: CoverDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [cover, dispatch] = useReducer(coverReducer, NO_COVER);
  const [state, setState] = useState<"open" | "painting" | "failed">("open");
  const { file, onFailed } = useOwnPhoto(item, () => setState("failed"));
  const src = useObjectUrl(file);
  useEffect(() => box.current?.showModal(), []);

  const apply = async () => {
    if (!file || cover.boxes.length === 0 || state === "painting") return;
    setState("painting");
    try {
      const covered = await coverPhoto(file, cover.boxes);
      box.current?.close();
      onCovered(covered);
    } catch {
      setState("failed");
    }
  };
  return createPortal(
    <dialog
      ref={box}
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "z" && (event.ctrlKey || event.metaKey)) dispatch({ type: "undone" });
      }}
      className="m-auto max-h-dvh w-full max-w-4xl overflow-y-auto bg-base-100 p-3 text-base-content shadow-lg backdrop:bg-black/60 sm:max-w-[min(56rem,calc(100vw-2rem))] sm:rounded-box"
    >
      <h2 id={id} className="text-base font-semibold">
        {t("photo.cover")}
      </h2>
      <p id={`${id}-hint`} className="mb-2 text-dense text-muted">
        {t("photo.coverDialog.hint")}{" "}
        <span className="pointer-coarse:sr-only">{t("photo.coverDialog.keys")}</span>
      </p>
      {src && <CoverBoard {...{ src, cover, dispatch }} onBroken={onFailed} />}
      {state === "failed" && (
        <p role="alert" className="mt-2 text-dense text-error">
          {t("photo.coverDialog.failed")}
        </p>
      )}
      <Tools cover={cover} dispatch={dispatch} />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <button
          type="button"
          className="btn btn-ghost min-h-11"
          onClick={() => box.current?.close()}
        >
          {t("photo.coverDialog.cancel")}
        </button>
        <button
          type="button"
          className="btn btn-primary min-h-11"
          aria-disabled={cover.boxes.length === 0 || state === "painting"}
          onClick={() => void apply()}
        >
          {t(state === "painting" ? "photo.preparing" : "photo.coverDialog.apply")}
        </button>
      </div>
    </dialog>,
    document.body,
  );
}

/** After a reload in a private window only the server has it. */
function useOwnPhoto({ file: held, upload }: PhotoItem, onFailed: () => void) {
  const [file, setFile] = useState(held);
  const failed = useRef(onFailed);
  failed.current = onFailed;
  const uploadId = upload?.id;
  useEffect(() => {
    if (!file) fetchOwnPhoto(null, uploadId).then(setFile, () => failed.current());
  }, [file, uploadId]);
  return { file, onFailed: () => failed.current() };
}

type ToolsProps = {
  cover: ReturnType<typeof coverReducer>;
  dispatch: React.Dispatch<Parameters<typeof coverReducer>[1]>;
};

function Tools({ cover: { boxes, selected, past }, dispatch }: ToolsProps) {
  const { t } = useTranslation();
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <button
        type="button"
        className="btn min-h-11"
        onClick={() => dispatch({ type: "added", box: boxAround({ x: 0.5, y: 0.5 }) })}
      >
        <Plus aria-hidden="true" className="size-4" />
        {t("photo.coverDialog.add")}
      </button>
      <button
        type="button"
        className="btn min-h-11"
        aria-disabled={selected === null}
        onClick={() => selected !== null && dispatch({ type: "removed", id: selected })}
      >
        <Trash2 aria-hidden="true" className="size-4" />
        {t("photo.coverDialog.remove")}
      </button>
      <button
        type="button"
        className="btn min-h-11"
        aria-disabled={past.length === 0}
        onClick={() => dispatch({ type: "undone" })}
      >
        <Undo2 aria-hidden="true" className="size-4" />
        {t("photo.coverDialog.undo")}
      </button>
      <p role="status" className="text-dense text-muted">
        {t("photo.coverDialog.count", { count: boxes.length })}
      </p>
    </div>
  );
}
