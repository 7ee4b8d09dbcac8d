export const SERVICE_KINDS = [
  "regular",
  "next_day",
  "same_day",
  "instant",
  "cargo",
  "drop_off",
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export const TIME_ZONES = [
  "Asia/Jakarta",
  "Asia/Pontianak",
  "Asia/Makassar",
  "Asia/Jayapura",
] as const;
export type TimeZone = (typeof TIME_ZONES)[number];
