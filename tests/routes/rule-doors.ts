import { admins, type Door, holiday, noUuid, policy, support } from "./door.ts";

/** What only support, or its administrators, may open: rules and the log of tracking. */
export const RULE_DOORS: Record<string, { loader?: Door; action?: Door }> = {
  "routes/settings._index": {
    loader: { method: "GET", path: () => "/settings", expect: { rest: 302 } },
  },
  "routes/settings.policies": {
    loader: { method: "GET", path: () => "/settings/policies", expect: admins(200, 302) },
    action: {
      method: "POST",
      path: () => "/settings/policies",
      form: () => ({ intent: "preview", id: noUuid() }),
      expect: admins(404, 401),
    },
  },
  "routes/settings.policies_.new": {
    loader: { method: "GET", path: () => "/settings/policies/new", expect: admins(200, 302) },
    action: {
      method: "POST",
      path: () => "/settings/policies/new",
      form: policy,
      expect: admins(201, 401),
    },
  },
  "routes/settings.calendar": {
    loader: { method: "GET", path: () => "/settings/calendar", expect: admins(200, 302) },
    action: {
      method: "POST",
      path: () => "/settings/calendar",
      form: holiday,
      expect: admins(201, 401),
    },
  },
  "routes/settings.hours": {
    loader: { method: "GET", path: () => "/settings/hours", expect: admins(200, 302) },
    action: {
      method: "POST",
      path: () => "/settings/hours",
      form: () => ({ id: noUuid() }),
      expect: admins(404, 401),
    },
  },
  "routes/settings.changes": {
    loader: { method: "GET", path: () => "/settings/changes", expect: admins(200, 302) },
  },
  "routes/tracking._index": {
    loader: { method: "GET", path: () => "/tracking", expect: { rest: 302 } },
  },
  "routes/tracking.deliveries": {
    loader: { method: "GET", path: () => "/tracking/deliveries", expect: support(200, 302) },
    action: {
      method: "POST",
      path: () => "/tracking/deliveries",
      form: () => ({ id: noUuid() }),
      expect: support(404, 401),
    },
  },
  "routes/tracking.codes": {
    loader: { method: "GET", path: () => "/tracking/codes", expect: support(200, 302) },
    action: {
      method: "POST",
      path: () => "/tracking/codes",
      form: () => ({ id: noUuid() }),
      expect: support(404, 401),
    },
  },
};
