import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

export type StayAtEnd = {
  scroller: RefObject<HTMLDivElement>;
  /** The last thing in the scroller; its being in sight means the newest entry is. */
  end: RefObject<HTMLDivElement>;
  isAtEnd: boolean;
  /** The newest thing when the end was last in sight. */
  seen: string | undefined;
  goToEnd: () => void;
};

const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * For a `flex-col-reverse` scroller, which browsers open at its end and keep there without a
 * script. Scrolled up, what is being read must not move when something is added below; what is
 * added above moves nothing there.
 * @param newest names the entry that stands last.
 * @param pending how many of one's own stand behind it.
 */
export function useStayAtEnd(newest: string | undefined, pending: number): StayAtEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const last = useRef({ height: 0, below: "" });
  const seen = useRef(newest);
  const [isAtEnd, setIsAtEnd] = useState(true);
  if (isAtEnd) seen.current = newest;

  useEffect(() => {
    if (!end.current) return;
    const watcher = new IntersectionObserver(([sight]) => {
      if (sight) setIsAtEnd(sight.isIntersecting);
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, []);

  useBrowserLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const below = `${newest}/${pending}`;
    const { scrollHeight } = element;
    const grown = scrollHeight - last.current.height;
    const isBelow = last.current.below !== "" && last.current.below !== below;
    last.current = { height: scrollHeight, below };
    if (!isAtEnd && isBelow) element.scrollTop -= grown;
  });

  const goToEnd = useCallback(() => end.current?.scrollIntoView({ block: "nearest" }), []);
  return { scroller, end, isAtEnd, seen: seen.current, goToEnd };
}
