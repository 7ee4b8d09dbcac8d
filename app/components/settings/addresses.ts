export const POLICIES = "/settings/policies";
export const CALENDAR = "/settings/calendar";
export const HOURS = "/settings/hours";
export const CHANGES = "/settings/changes";
