import { useCallback, useEffect, useRef, useState } from "react";
import type { ServerToClient, Stream } from "../contracts/realtime.ts";
import type { PersonView } from "../contracts/thread-views.ts";
import { useSocket } from "./use-socket.ts";

type Typist = PersonView & { stream: Stream; until: number };
type OnTyping = ServerToClient["thread:typing"];

/** Somebody who is not heard of for so long has stopped. */
const LASTS_MS = 6_000;
/** Own typing is told this often at most. */
const TELL_EVERY_MS = 3_000;

/** Who else writes just now, and the telling that one does oneself. */
export function useTyping(code: string, userId: string) {
  const { socket } = useSocket();
  const [typing, setTyping] = useState<Typist[]>([]);
  const toldAt = useRef(0);

  const onTyping = useCallback<OnTyping>(
    ({ stream, person }) => {
      if (person.userId === userId) return;
      const until = Date.now() + LASTS_MS;
      setTyping((others) => [
        ...others.filter((one) => one.userId !== person.userId),
        { ...person, stream, until },
      ]);
    },
    [userId],
  );

  useEffect(() => {
    if (typing.length === 0) return;
    const next = Math.min(...typing.map((one) => one.until));
    const forget = () => setTyping((all) => all.filter((one) => one.until > Date.now()));
    const timer = setTimeout(forget, Math.max(0, next - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [typing]);

  const tellTyping = useCallback(
    (stream: Stream) => {
      if (!socket?.connected || Date.now() - toldAt.current < TELL_EVERY_MS) return;
      toldAt.current = Date.now();
      socket.emit("report:type", { code, stream }, () => {});
    },
    [socket, code],
  );
  return { typing, onTyping, tellTyping };
}
