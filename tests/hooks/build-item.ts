import { type OutboxItem, type OutboxPhoto, queue } from "#app/hooks/outbox-state.ts";

export const buildPhoto = (key: string, upload: OutboxPhoto["upload"] = null): OutboxPhoto => ({
  ...{ key, name: `${key}.jpg`, purpose: "handover", upload, isRedrawn: false, error: null },
  file: upload ? null : new File([key], `${key}.jpg`, { type: "image/jpeg" }),
});

export function buildItem(clientId: string, given: Partial<OutboxItem> = {}): OutboxItem {
  const { photos = [], ...rest } = given;
  const origin = { userId: "me", code: "PP-1", at: "2026-11-23T07:00:00.000Z", order: 1 };
  const draft = { kind: "message", body: `Isi ${clientId}`, photos } as const;
  return { ...queue({ ...draft }, { clientId, ...origin }), ...rest };
}
