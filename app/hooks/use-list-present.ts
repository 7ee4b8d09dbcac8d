import { useEffect, useState } from "react";
import type { ServerToClient } from "../contracts/realtime.ts";
import type { PersonView } from "../contracts/thread-views.ts";
import { useSocket } from "./use-socket.ts";

type Row = { id: string; present: PersonView[] };

/** Who looks at what in a list: as loaded, and as told since. */
export function useListPresent(rows: readonly Row[], userId: string) {
  const { socket } = useSocket();
  const [told, setTold] = useState<{ rows: readonly Row[]; present: Map<string, PersonView[]> }>({
    rows,
    present: new Map(),
  });
  // What was told before the list was loaded anew is older than it.
  if (told.rows !== rows) setTold({ rows, present: new Map() });
  useEffect(() => {
    if (!socket) return;
    const onPresent: ServerToClient["list:present"] = ({ reportId, present }) =>
      setTold((before) => ({
        ...before,
        present: new Map(before.present).set(reportId, present),
      }));
    socket.on("list:present", onPresent);
    return () => {
      socket.off("list:present", onPresent);
    };
  }, [socket]);
  return (row: Row): PersonView[] =>
    (told.present.get(row.id) ?? row.present).filter((person) => person.userId !== userId);
}
