import { randomUUID } from "node:crypto";
import { type Door, entry, insiders, nobody, noUuid, signedIn } from "./door.ts";
import { PHOTO_DOORS } from "./photo-doors.ts";
import { RULE_DOORS } from "./rule-doors.ts";

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
  "routes/pickup-problem.$code.entries_.$id": {
    action: {
      method: "POST",
      path: ({ code, entryId }) => `/pickup-problem/${code}/entries/${entryId}`,
      form: () => ({ to: "edit", body: "Sudah benar" }),
      expect: { anonymous: 401, seller: 201, rest: 404 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.entries_.$id_.former": {
    loader: {
      method: "GET",
      path: ({ code, entryId }) => `/pickup-problem/${code}/entries/${entryId}/former`,
      expect: insiders(200),
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.unread": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/unread`,
      form: () => ({}),
      // To the seller nobody has said anything yet.
      expect: { ...insiders(201), seller: 409 },
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
  "routes/pickup-problem.$code.disputes": {
    action: {
      method: "POST",
      path: ({ code }) => `/pickup-problem/${code}/disputes`,
      form: () => ({ ...entry(), subject: noUuid() }),
      expect: { ...insiders(403), seller: 409 },
      missing: () => nobody,
    },
  },
  "routes/pickup-problem.$code.disputes_.$id": {
    action: {
      method: "POST",
      path: ({ disputedCode, disputeId }) =>
        `/pickup-problem/${disputedCode}/disputes/${disputeId}`,
      form: () => ({ clientId: randomUUID(), to: "withdraw" }),
      expect: { ...insiders(403), seller: 201 },
      missing: () => ({ disputedCode: nobody.code }),
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
  "routes/api.pickup-requests": {
    action: {
      method: "POST",
      path: () => "/api/pickup-requests",
      form: () => ({}),
      expect: { rest: 401 },
    },
  },
  ...PHOTO_DOORS,
  ...RULE_DOORS,
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
