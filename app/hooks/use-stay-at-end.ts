import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

export type StayAtEnd = {
  scroller: RefObject<HTMLDivElement>;
  /** The last thing in the scroller; its being in sight means the newest entry is. */
  end: RefObject<HTMLDivElement>;
  isAtEnd: boolean;
  /** Something was added below since the end was last in sight. */
  hasNew: boolean;
  goToEnd: () => void;
};

const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * For a `flex-col-reverse` scroller, which browsers open at its end and keep there without a
 * script. Scrolled up, what is being read must not move when something is added below.
 */
export function useStayAtEnd(length: number): StayAtEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const seen = useRef(length);
  const [isAtEnd, setIsAtEnd] = useState(true);
  if (isAtEnd) seen.current = length;

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
    const grown = element.scrollHeight - height.current;
    height.current = element.scrollHeight;
    if (!isAtEnd && grown !== element.scrollHeight) element.scrollTop -= grown;
  }, [length]);

  const goToEnd = useCallback(() => end.current?.scrollIntoView({ block: "nearest" }), []);
  return { scroller, end, isAtEnd, hasNew: length > seen.current, goToEnd };
}
