import type { AddressInfo } from "node:net";
import express from "express";
import { objectRoutes } from "#server/http/objects.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import { silentLog } from "../support/silent-log.ts";

/** The door for signed addresses alone, on a port of its own. */
export async function serveObjects(store: ObjectStore) {
  const app = express().use(objectRoutes(store, silentLog()));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
