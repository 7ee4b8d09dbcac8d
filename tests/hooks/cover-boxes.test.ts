import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxAround,
  boxBetween,
  type Cover,
  type CoverAction,
  coverReducer,
  NO_COVER,
  SMALLEST,
} from "#app/components/photos/cover-boxes.ts";

const play = (...actions: CoverAction[]): Cover => actions.reduce(coverReducer, NO_COVER);
const BOX = { x: 0.1, y: 0.2, w: 0.3, h: 0.1 };
const ADD: CoverAction = { type: "added", box: BOX };

describe("boxes over a photo", () => {
  it("are drawn from any corner, and a tap draws one of the usual size", () => {
    expect(boxBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 1 })).toEqual({
      x: 0.25,
      y: 0.5,
      w: 0.5,
      h: 0.5,
    });
    const { x, y, w, h } = boxAround({ x: 1, y: 0.5 });
    expect(x + w).toBe(1);
    expect(y + h / 2).toBeCloseTo(0.5);
  });

  it("are each chosen when they are added, and their numbers are never used twice", () => {
    const cover = play(ADD, { type: "removed", id: 1 }, ADD);
    expect(cover).toMatchObject({ selected: 2, boxes: [{ id: 2 }] });
  });

  it("go back by a whole drag, and not at all by a touch that moved nothing", () => {
    const moved = play(
      ADD,
      { type: "grasped", id: 1 },
      { type: "moved", id: 1, dx: 0.1, dy: 0 },
      { type: "moved", id: 1, dx: 0.1, dy: 0 },
      { type: "grasped", id: 1 },
    );
    const back = coverReducer(moved, { type: "undone" });
    expect(back.boxes).toEqual([{ ...BOX, id: 1 }]);
    expect(coverReducer(back, { type: "undone" }).boxes).toEqual([]);
    expect(coverReducer(NO_COVER, { type: "undone" })).toEqual(NO_COVER);
  });

  it("come back when a removal is undone", () => {
    const cover = play(ADD, { type: "removed", id: 1 }, { type: "undone" });
    expect(cover.boxes).toEqual([{ ...BOX, id: 1 }]);
  });

  it("stay within the photo and can always be held, whatever is done to them", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    const box = fc.record({ x: number, y: number, w: number, h: number });
    const id = fc.integer({ min: 1, max: 4 });
    const action = fc.oneof(
      box.map((given): CoverAction => ({ type: "added", box: given })),
      fc
        .tuple(id, number, number)
        .map(([one, dx, dy]): CoverAction => ({ type: "moved", id: one, dx, dy })),
      fc
        .tuple(id, number, number)
        .map(([one, dw, dh]): CoverAction => ({ type: "resized", id: one, dw, dh })),
      id.map((one): CoverAction => ({ type: "removed", id: one })),
      fc.constant<CoverAction>({ type: "undone" }),
    );
    const SLACK = 1e-9;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        for (const { x, y, w, h } of play(...actions).boxes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-SLACK);
          expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1 + SLACK);
          expect(Math.min(w, h)).toBeGreaterThanOrEqual(SMALLEST - SLACK);
        }
      }),
    );
  });
});
