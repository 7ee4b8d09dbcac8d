import { randomUUID } from "node:crypto";

/** Everybody who may try a door. `other…` are of organisations that have nothing to do with the report. */
export const TRIERS = [
  "anonymous",
  "seller",
  "otherSeller",
  "operator",
  "otherOperator",
  "l1",
  "l2",
  "admin",
] as const;
export type Trier = (typeof TRIERS)[number];

/** What is behind the doors of one report. */
export type Scene = {
  code: string;
  instructionId: string;
  photoId: string;
  uploadId: string;
  parcelId: string;
};

export type Door = {
  method: "GET" | "POST";
  path: (scene: Scene) => string;
  form?: (scene: Scene) => Record<string, string>;
  /** Status for each; who is not named gets that of `rest`. */
  expect: Partial<Record<Trier, number>> & { rest: number };
  /** The same door of something that is not there must answer an outsider in the same bytes. */
  missing?: (scene: Scene) => Partial<Scene>;
};

const nobody = { code: "PP-00000000" };
const noUuid = () => "00000000-0000-4000-8000-000000000000";

/** Insiders get `ok`, outsiders what a missing report gets; scripts without a session are told so. */
const insiders = (ok: number, rest = 404) => ({
  seller: ok,
  operator: ok,
  l1: ok,
  l2: ok,
  admin: ok,
  anonymous: 401,
  rest,
});
const signedIn = (ok: number) => ({ anonymous: 302, rest: ok });

/** Rules: administrators of support only. Tracking: all of support. */
const admins = (ok: number, anonymous: number) => ({ admin: ok, anonymous, rest: 403 });
const support = (ok: number, anonymous: number) => ({
  l1: ok,
  l2: ok,
  admin: ok,
  anonymous,
  rest: 403,
});

/** A rule as its form sends it, to be looked at only. */
const policy = () => ({
  ...{ intent: "preview", service: "regular", validFrom: "2026-11-30", cutoff: "15.00" },
  ...{ opening: "08.00", targetDays: "0", limitKind: "day", limitDays: "1", limitAt: "20.00" },
  ...{ limitMinutes: "", operatingDays: "1", autoCancelDays: "3", warnPercent: "80" },
  ...{ warnBeforeMinutes: "60", silentScanMinutes: "120" },
});
const holiday = () => ({ intent: "preview", date: "2026-12-01", kind: "hours", name: "Pilkada" });

const entry = () => ({ clientId: randomUUID(), body: "halo" });

/** Each loader and action of the build by route; the test fails on one that is not here. */
export const DOORS: Record<string, { loader?: Door; action?: Door }> = {
  root: {},
  "routes/$": { loader: { method: "GET", path: () => "/no-such-page", expect: { rest: 404 } } },
  "routes/_index": { loader: { method: "GET", path: () => "/", expect: { rest: 302 } } },
  "routes/sign-in": {
    loader: { method: "GET", path: () => "/sign-in", expect: { anonymous: 200, rest: 302 } },
    action: {
      method: "POST",
      path: () => "/sign-in",
      form: () => ({ email: "nobody@example.test", password: "wrong" }),
      expect: { anonymous: 401, rest: 302 },
    },
  },
  "routes/sign-out": {
    action: { method: "POST", path: () => "/sign-out", form: () => ({}), expect: { rest: 302 } },
  },
  "routes/preferences": {
    action: {
      method: "POST",
      path: () => "/preferences",
      form: () => ({ theme: "dark" }),
      expect: { rest: 302 },
    },
  },
  "routes/pickup-problem": {
    loader: { method: "GET", path: () => "/pickup-problem", expect: signedIn(200) },
  },
  "routes/stuck": {
    loader: {
      method: "GET",
      path: () => "/stuck",
      expect: { anonymous: 302, l1: 200, l2: 200, admin: 200, rest: 403 },
    },
  },
  "routes/pickup-problem_.new": {
    loader: {
      method: "GET",
      path: () => "/pickup-problem/new",
      expect: { anonymous: 302, seller: 200, otherSeller: 200, rest: 403 },
    },
    action: {
      method: "POST",
      path: () => "/pickup-problem/new",
      form: ({ parcelId }) => ({ ...entry(), parcel: parcelId, category: "belum_pickup" }),
      expect: { anonymous: 401, seller: 201, otherSeller: 422, rest: 403 },
      missing: () => ({ parcelId: noUuid() }),
    },
  },
  "routes/pickup-problem.$code": {
    loader: {
      method: "GET",
      path: ({ code }) => `/pickup-problem/${code}`,
      expect: { ...insiders(200), anonymous: 302 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.entries": {
    loader: {
      method: "GET",
      path: ({ code }) => `/pickup-problem/${code}/entries?everyone=0&notes=0`,
      expect: insiders(200),
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.category": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/category`,
      form: () => ({ category: "belum_pickup", reason: "Sudah dicek dengan ekspedisi" }),
      expect: { ...insiders(201), seller: 403, operator: 403 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.scan": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/scan`,
      form: () => ({ reason: "Scan salah paket" }),
      expect: { ...insiders(409), seller: 403, operator: 403 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.messages": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/messages`,
      form: entry,
      expect: insiders(201),
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.notes": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/notes`,
      form: entry,
      expect: insiders(201),
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.instructions": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/instructions`,
      form: () => ({ clientId: randomUUID(), code: "PICKUP_NOW" }),
      expect: { ...insiders(409), seller: 201 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.instructions_.$id": {
    action: {
      method: "POST",
      path: ({ code, instructionId }) => `/pickup-problem/${code}/instructions/${instructionId}`,
      form: () => ({ state: "acknowledged" }),
      expect: { ...insiders(201), seller: 403 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.read": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/read`,
      form: () => ({ everyone: "1", notes: "0" }),
      expect: insiders(200),
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.photos.$id.$variant": {
    loader: {
      method: "GET",
      path: ({ code, photoId }) => `/pickup-problem/${code}/photos/${photoId}/thumb`,
      expect: insiders(200),
      missing: () => ({ photoId: noUuid() }),
    },
  },
  "routes/uploads": {
    action: {
      method: "POST",
      path: () => "/uploads",
      form: () => ({}),
      expect: { anonymous: 401, rest: 422 },
    },
  },
  "routes/uploads.$id.$variant": {
    loader: {
      method: "GET",
      path: ({ uploadId }) => `/uploads/${uploadId}/thumb`,
      expect: { anonymous: 401, seller: 200, rest: 404 },
      missing: () => ({ uploadId: noUuid() }),
    },
  },
  "routes/api.pickup-requests": {
    action: {
      method: "POST",
      path: () => "/api/pickup-requests",
      form: () => ({}),
      expect: { rest: 401 },
    },
  },
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
  // Last: it ends the report.
  "routes/pickup-problem.$code.status": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/status`,
      form: () => ({ to: "cancel", reason: "" }),
      expect: { ...insiders(403), seller: 201 },
      missing: () => nobody,
    },
  },
};
