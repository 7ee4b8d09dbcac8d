import type { Socket } from "socket.io";
import type { Actor } from "#app/contracts/parties.ts";
import type { ClientToServer, ServerToClient } from "#app/contracts/realtime.ts";

export type SocketData = {
  actor: Actor;
  /** Reports that it has open: code to id. */
  watched: Map<string, string>;
};

export type PersonSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  SocketData
>;
