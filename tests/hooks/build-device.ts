import type { DeviceDatabase } from "#app/hooks/device-database.ts";

type Row = { userId: string };
type Name = "items" | "photos";

const KEY = { items: "clientId", photos: "key" } as const;

function buildTable(name: Name) {
  const rows = new Map<string, Row>();
  return {
    rows,
    get: async (key: string) => rows.get(key),
    getKey: async (key: string) => (rows.has(key) ? key : undefined),
    put: async (row: Row) => void rows.set((row as never)[KEY[name]], { ...row }),
    delete: async (key: string) => void rows.delete(key),
  };
}

/** What all tabs of one device share, as far as the stores use it. */
export function buildDevice(): DeviceDatabase {
  const tables = { items: buildTable("items"), photos: buildTable("photos") };
  const device = {
    getAllFromIndex: async (name: Name, _: "userId", userId: string) =>
      [...tables[name].rows.values()].filter((row) => row.userId === userId),
    get: (name: Name, key: string) => tables[name].get(key),
    put: (name: Name, row: Row) => tables[name].put(row),
    delete: (name: Name, key: string) => tables[name].delete(key),
    transaction: (names: Name | Name[]) => ({
      store: tables[[names].flat()[0] as Name],
      objectStore: (name: Name) => tables[name],
      done: Promise.resolve(),
    }),
  };
  return device as unknown as DeviceDatabase;
}
