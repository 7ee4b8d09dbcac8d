import createPanzoom, { type PanzoomObject } from "@panzoom/panzoom";
import { type RefObject, useEffect, useRef } from "react";

const CLOSEST = 6;
const DOUBLE_TAP_SCALE = 2.5;
const DOUBLE_TAP_MS = 300;
const NEAR_PX = 30;
const SWIPE_PX = 60;

type Tap = { at: number; x: number; y: number };

/** What one finger does besides moving the picture: a double tap zooms, a swipe over the whole picture turns the page. */
function readFingers(panzoom: PanzoomObject, onSwipe: (by: 1 | -1) => void) {
  let down: Tap | null = null;
  let lastTap: Tap | null = null;
  const fingers = new Set<number>();
  const onDown = ({ pointerId, clientX: x, clientY: y, timeStamp: at }: PointerEvent) => {
    fingers.add(pointerId);
    down = fingers.size === 1 && panzoom.getScale() <= 1.01 ? { at, x, y } : null;
    if (fingers.size > 1) lastTap = null;
  };
  const onUp = (event: PointerEvent) => {
    const wasAlone = fingers.size === 1;
    fingers.delete(event.pointerId);
    if (!wasAlone || event.type === "pointercancel") return;
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const [dx, dy] = down ? [x - down.x, y - down.y] : [0, 0];
    if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) return onSwipe(dx < 0 ? 1 : -1);
    const isDouble =
      lastTap !== null &&
      at - lastTap.at < DOUBLE_TAP_MS &&
      Math.hypot(x - lastTap.x, y - lastTap.y) < NEAR_PX;
    lastTap = isDouble ? null : { at, x, y };
    if (!isDouble) return;
    if (panzoom.getScale() > 1.01) panzoom.reset();
    else panzoom.zoomToPoint(DOUBLE_TAP_SCALE, event, { animate: true });
  };
  return { onDown, onUp };
}

/** Zooms by pinch, wheel, double tap and by what is returned. */
export function usePanZoom(moved: RefObject<HTMLElement>, onSwipe: (by: 1 | -1) => void) {
  const zoom = useRef<PanzoomObject | null>(null);
  const latest = useRef(onSwipe);
  latest.current = onSwipe;
  useEffect(() => {
    const element = moved.current;
    const stage = element?.parentElement;
    if (!element || !stage) return;
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const panzoom = createPanzoom(element, {
      ...{ minScale: 1, maxScale: CLOSEST, panOnlyWhenZoomed: true, animate: !isCalm },
      cursor: "default",
    });
    zoom.current = panzoom;
    const { onDown, onUp } = readFingers(panzoom, (by) => latest.current(by));
    stage.addEventListener("wheel", panzoom.zoomWithWheel, { passive: false });
    stage.addEventListener("pointerdown", onDown);
    stage.addEventListener("pointerup", onUp);
    stage.addEventListener("pointercancel", onUp);
    return () => {
      panzoom.destroy();
      stage.removeEventListener("wheel", panzoom.zoomWithWheel);
      stage.removeEventListener("pointerdown", onDown);
      stage.removeEventListener("pointerup", onUp);
      stage.removeEventListener("pointercancel", onUp);
    };
  }, [moved]);
  return {
    closer: () => void zoom.current?.zoomIn(),
    farther: () => void zoom.current?.zoomOut(),
    reset: () => void zoom.current?.reset({ animate: false }),
  };
}
