import { type Dispatch, type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Cover, CoverAction, CoverBox } from "./cover-boxes.ts";
import { useBoxGestures } from "./use-box-gestures.ts";

type CoverBoardProps = {
  src: string;
  cover: Cover;
  dispatch: Dispatch<CoverAction>;
  onBroken: () => void;
};

const STEP = 0.01;
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** React sets these by script, which a strict policy of styles allows. */
const placeOf = ({ x, y, w, h }: Omit<CoverBox, "id">) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${w * 100}%`,
  height: `${h * 100}%`,
});

/** The picture with its boxes, as large as the window lets it be. */
export function CoverBoard({ src, cover, dispatch, onBroken }: CoverBoardProps) {
  const { t } = useTranslation();
  const board = useRef<HTMLDivElement>(null);
  const gestures = useBoxGestures(board, dispatch);
  const { selected, boxes } = cover;
  useEffect(() => {
    if (selected !== null)
      board.current?.querySelector<HTMLElement>(`[data-box="${selected}"]`)?.focus();
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent, id: number) => {
    const arrow = ARROWS[event.key];
    if (event.key === "Delete" || event.key === "Backspace") dispatch({ type: "removed", id });
    else if (!arrow) return;
    else {
      const [x, y] = arrow;
      dispatch({ type: "grasped", id });
      dispatch(
        event.shiftKey
          ? { type: "resized", id, dw: x, dh: y }
          : { type: "moved", id, dx: x, dy: y },
      );
    }
    event.preventDefault();
  };
  return (
    <div
      ref={board}
      {...gestures.board}
      className="relative mx-auto w-fit cursor-crosshair touch-none select-none"
    >
      <img
        src={src}
        alt={t("photo.coverDialog.picture")}
        draggable={false}
        onError={onBroken}
        className="max-h-[calc(100dvh-13rem)] max-w-full"
      />
      {boxes.map((box, index) => (
        <button
          key={box.id}
          type="button"
          data-box={box.id}
          aria-label={t("photo.coverDialog.box", { n: index + 1, count: boxes.length })}
          className="cover-box"
          style={placeOf(box)}
          onPointerDown={(event) => gestures.grasp(event, box.id, "move")}
          onKeyDown={(event) => onKeyDown(event, box.id)}
        >
          <span onPointerDown={(event) => gestures.grasp(event, box.id, "resize")} />
        </button>
      ))}
      {gestures.drawn && <span className="cover-box" style={placeOf(gestures.drawn)} />}
    </div>
  );
}
