import { type Dispatch, type PointerEvent, type RefObject, useRef, useState } from "react";
import { boxAround, boxBetween, type CoverAction, type CoverBox } from "./cover-boxes.ts";

type Point = { x: number; y: number };
type Gesture = { type: "draw"; from: Point } | { type: "move" | "resize"; id: number; last: Point };

/** Less than this is a tap. */
const DRAWN = 0.015;

/** Boxes by finger or mouse: drawn on the picture, moved by their middle, resized by their corner. */
export function useBoxGestures(board: RefObject<HTMLElement>, dispatch: Dispatch<CoverAction>) {
  const gesture = useRef<Gesture | null>(null);
  const [drawn, setDrawn] = useState<Omit<CoverBox, "id"> | null>(null);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = board.current?.getBoundingClientRect() ?? new DOMRect();
    const inside = (value: number) => Math.min(1, Math.max(0, value));
    return { x: inside((clientX - left) / width), y: inside((clientY - top) / height) };
  };
  const begin = (event: PointerEvent, next: Gesture) => {
    if (gesture.current || event.button > 0) return;
    event.stopPropagation();
    gesture.current = next;
    board.current?.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const now = gesture.current;
    if (!now) return;
    const point = pointOf(event);
    if (now.type === "draw") return setDrawn(boxBetween(now.from, point));
    const [dx, dy] = [point.x - now.last.x, point.y - now.last.y];
    now.last = point;
    if (now.type === "move") dispatch({ type: "moved", id: now.id, dx, dy });
    else dispatch({ type: "resized", id: now.id, dw: dx, dh: dy });
  };
  const onEnd = (event: PointerEvent) => {
    const now = gesture.current;
    gesture.current = null;
    setDrawn(null);
    if (now?.type !== "draw" || event.type === "pointercancel") return;
    const box = boxBetween(now.from, pointOf(event));
    const isTap = box.w < DRAWN && box.h < DRAWN;
    dispatch({ type: "added", box: isTap ? boxAround(now.from) : box });
  };
  const grasp = (event: PointerEvent, id: number, type: "move" | "resize") => {
    dispatch({ type: "grasped", id });
    begin(event, { type, id, last: pointOf(event) });
  };
  return {
    /** The one that is being drawn. */
    drawn,
    grasp,
    board: {
      onPointerDown: (event: PointerEvent) => begin(event, { type: "draw", from: pointOf(event) }),
      onPointerMove: onMove,
      onPointerUp: onEnd,
      onPointerCancel: onEnd,
    },
  };
}
