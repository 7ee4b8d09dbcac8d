import type { EntryView } from "../../contracts/views.ts";

export const isEntry = (value: unknown): value is EntryView =>
  typeof value === "object" && value !== null && "id" in value && "seq" in value;
