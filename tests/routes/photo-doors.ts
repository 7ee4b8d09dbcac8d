import { randomUUID } from "node:crypto";
import { type Door, insiders, noUuid, signedIn } from "./door.ts";

/** Photos, what they say of themselves, and proofs that several resi share. */
export const PHOTO_DOORS: Record<string, { loader?: Door; action?: Door }> = {
  "routes/pickup-problem.$code.photos.$id.$variant": {
    loader: {
      method: "GET",
      path: ({ code, photoId }) => `/pickup-problem/${code}/photos/${photoId}/thumb`,
      expect: insiders(200),
      missing: () => ({ photoId: noUuid() }),
    },
  },
  "routes/pickup-problem.$code.photos.$id.evidence": {
    loader: {
      method: "GET",
      path: ({ code, photoId }) => `/pickup-problem/${code}/photos/${photoId}/evidence`,
      expect: { anonymous: 401, l1: 200, l2: 200, admin: 200, rest: 404 },
      missing: () => ({ photoId: noUuid() }),
    },
  },
  "routes/pickup-problem.$code.photos.$id.original": {
    loader: {
      method: "GET",
      path: ({ code, photoId }) => `/pickup-problem/${code}/photos/${photoId}/original`,
      expect: { anonymous: 401, l1: 302, l2: 302, admin: 302, rest: 404 },
      missing: () => ({ photoId: noUuid() }),
    },
  },
  "routes/proofs._index": {
    loader: { method: "GET", path: () => "/proofs", expect: signedIn(200) },
  },
  "routes/proofs_.new": {
    loader: {
      method: "GET",
      path: () => "/proofs/new",
      expect: { anonymous: 302, seller: 200, otherSeller: 200, rest: 403 },
    },
    action: {
      method: "POST",
      path: () => "/proofs/new",
      form: () => ({ clientId: randomUUID(), list: "IDE0000000000", upload: noUuid() }),
      expect: { anonymous: 401, seller: 422, otherSeller: 422, rest: 403 },
    },
  },
  "routes/proofs.$id": {
    loader: {
      method: "GET",
      path: ({ proofId }) => `/proofs/${proofId}`,
      expect: { ...insiders(200), anonymous: 302 },
      missing: () => ({ proofId: noUuid() }),
    },
    action: {
      method: "POST",
      path: ({ proofId }) => `/proofs/${proofId}`,
      form: ({ proofCode }) => ({ to: "confirmed", report: proofCode }),
      expect: { ...insiders(403), operator: 201 },
      missing: () => ({ proofId: noUuid() }),
    },
  },
  "routes/uploads.$id": {
    action: {
      method: "DELETE",
      path: ({ uploadId }) => `/uploads/${uploadId}`,
      // The seller's is part of a report already.
      expect: { anonymous: 401, rest: 404 },
      missing: () => ({ uploadId: noUuid() }),
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
};
