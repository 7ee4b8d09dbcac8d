import { describe, expect, it } from "vitest";
import { UNREACHED } from "#app/hooks/outbox-state.ts";
import { doneUploads, openUploads, uploadsReducer } from "#app/hooks/uploads-state.ts";

const upload = { id: "u1", purpose: "handover", thumbUrl: "/t/u1" } as const;
const chosen = uploadsReducer([], {
  type: "chosen",
  item: { key: "k", name: "serah-terima.jpg", purpose: "handover" },
});

describe("photos on their way", () => {
  it("count only once the server holds them", () => {
    expect(doneUploads(chosen)).toEqual([]);
    const done = uploadsReducer(chosen, { type: "uploaded", key: "k", upload });
    expect(doneUploads(done)).toEqual([upload]);
  });

  it("are there once, also when they are restored twice", () => {
    const restored = uploadsReducer([], { type: "restored", uploads: [upload] });
    const again = uploadsReducer(restored, { type: "restored", uploads: [upload] });
    expect(doneUploads(again)).toEqual([upload]);
  });

  it("can be tried again after a failure, from the start", () => {
    const moved = uploadsReducer(chosen, { type: "progressed", key: "k", progress: 60 });
    const failed = uploadsReducer(moved, { type: "failed", key: "k", error: UNREACHED });
    expect(failed[0]).toMatchObject({ state: "failed", error: UNREACHED });
    const again = uploadsReducer(failed, { type: "retried", key: "k" });
    expect(again[0]).toMatchObject({ state: "uploading", progress: 0, error: null });
  });

  it("are kept from an earlier answer of the server", () => {
    expect(doneUploads(openUploads([upload]))).toEqual([upload]);
  });

  it("do not come back when their upload ends after they were removed", () => {
    const removed = uploadsReducer(chosen, { type: "removed", key: "k" });
    expect(uploadsReducer(removed, { type: "uploaded", key: "k", upload })).toEqual([]);
  });
});
