import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Download from "lucide-react/icons/download";
import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import RotateCw from "lucide-react/icons/rotate-cw";
import X from "lucide-react/icons/x";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { EvidencePanel } from "./evidence-panel.tsx";
import { LightboxPicture } from "./lightbox-picture.tsx";
import type { ShownPicture } from "./shown-picture.ts";
import { usePanZoom } from "./use-pan-zoom.ts";

type LightboxProps = { pictures: ShownPicture[]; startKey: string; onClose: () => void };

const BUTTON = "btn btn-ghost btn-square size-11";

/** Photos in full, one at a time. */
export default function Lightbox({ pictures, startKey, onClose }: LightboxProps) {
  const { t } = useTranslation();
  const captionId = useId();
  const box = useRef<HTMLDialogElement>(null);
  const moved = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState(startKey);
  const [turn, setTurn] = useState(0);
  const [showsEvidence, setShowsEvidence] = useState(false);
  const at = Math.max(
    0,
    pictures.findIndex((picture) => picture.key === key),
  );
  const picture = pictures[at];
  const go = (by: 1 | -1) => {
    const next = pictures[at + by];
    if (!next) return;
    zoom.reset();
    setTurn(0);
    setKey(next.key);
  };
  const zoom = usePanZoom(moved, go);
  useEffect(() => box.current?.showModal(), []);

  const rotate = () => {
    zoom.reset();
    setTurn((turn + 1) % 4);
  };
  const onKeyDown = ({ key: pressed, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return;
    if (pressed === "ArrowLeft") go(-1);
    else if (pressed === "ArrowRight") go(1);
    else if (pressed === "+" || pressed === "=") zoom.closer();
    else if (pressed === "-") zoom.farther();
    else if (pressed === "0") zoom.reset();
    else if (pressed === "r") rotate();
  };
  if (!picture) return null;
  return createPortal(
    <dialog
      ref={box}
      // Photos are looked at in the dark, whatever the page around them is.
      data-theme="dark"
      aria-labelledby={captionId}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="fixed inset-0 m-0 hidden size-full max-h-none max-w-none flex-col overflow-hidden bg-base-200 text-base-content open:flex"
    >
      <div className="flex items-center justify-end gap-1 p-1">
        {pictures.length > 1 && (
          <p className="me-auto ps-3 text-dense tabular-nums">
            {t("photo.nth", { n: at + 1, count: pictures.length })}
          </p>
        )}
        <Tool Icon={ZoomOut} label={t("photo.farther")} onClick={zoom.farther} />
        <Tool Icon={ZoomIn} label={t("photo.closer")} onClick={zoom.closer} />
        <Tool Icon={RotateCw} label={t("photo.rotate")} onClick={rotate} />
        {picture.evidence && (
          <Tool
            Icon={Fingerprint}
            label={t("photo.evidence.title")}
            isOpen={showsEvidence}
            onClick={() => setShowsEvidence(!showsEvidence)}
          />
        )}
        {picture.downloadUrl && (
          <a
            href={picture.downloadUrl}
            download
            aria-label={t("photo.download")}
            title={t("photo.download")}
            className={BUTTON}
          >
            <Download aria-hidden="true" className="size-5" />
          </a>
        )}
        <Tool Icon={X} label={t("action.close")} onClick={() => box.current?.close()} />
      </div>
      <div className="photo-stage relative min-h-0 flex-1 overflow-hidden">
        <div ref={moved} className="grid size-full place-items-center">
          <LightboxPicture key={picture.key} picture={picture} turn={turn} />
        </div>
      </div>
      {showsEvidence && picture.evidence && <EvidencePanel {...picture.evidence} />}
      <div className="flex min-h-14 items-center gap-2 p-1">
        {pictures.length > 1 && (
          <Tool
            Icon={ChevronLeft}
            label={t("photo.previous")}
            isOff={at === 0}
            onClick={() => go(-1)}
          />
        )}
        <p id={captionId} aria-live="polite" className="min-w-0 flex-1 px-2 text-center text-dense">
          <span className="font-semibold">{picture.title}</span>
          <span className="block [overflow-wrap:anywhere]">{picture.by}</span>
        </p>
        {pictures.length > 1 && (
          <Tool
            Icon={ChevronRight}
            label={t("photo.next")}
            isOff={at === pictures.length - 1}
            onClick={() => go(1)}
          />
        )}
      </div>
    </dialog>,
    document.body,
  );
}

type ToolProps = {
  Icon: typeof X;
  label: string;
  isOff?: boolean;
  /** For what it shows and hides. */
  isOpen?: boolean;
  onClick: () => void;
};

/** Switched off it keeps the focus, so that the keys go on working at either end. */
const Tool = ({ Icon, label, isOff = false, isOpen, onClick }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={isOff}
    aria-expanded={isOpen}
    title={label}
    className={`${BUTTON} ${isOff ? "opacity-40" : ""}`}
    onClick={onClick}
  >
    <Icon aria-hidden="true" className="size-5" />
  </button>
);
