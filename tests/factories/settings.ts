import { AddCalendarDay, AddPolicy } from "#app/contracts/settings.schema.ts";

type Fields = Record<string, string | string[]>;

/** A version of the regular policy as the form sends it. */
export const policyForm = (more: Fields = {}) =>
  AddPolicy.parse({
    intent: "apply",
    service: "regular",
    courier: "",
    province: "",
    validFrom: "2026-11-30",
    cutoff: "16:00",
    opening: "08:00",
    targetDays: "0",
    limitKind: "day",
    limitDays: "1",
    limitAt: "20:00",
    limitMinutes: "",
    operatingDays: ["1", "2", "3", "4", "5", "6"],
    hours: "",
    autoCancelDays: "3",
    warnPercent: "80",
    warnBeforeMinutes: "60",
    silentScanMinutes: "120",
    note: "",
    ...more,
  });

/** A closed day as the form sends it. */
export const closureForm = (more: Fields = {}) =>
  AddCalendarDay.parse({
    intent: "apply",
    date: "2026-11-25",
    kind: "hours",
    courier: "",
    province: "",
    hours: "",
    name: "Pilkada",
    ...more,
  });
