/** A box over part of a picture, in fractions of its width and height. */
export type CoverBox = { id: number; x: number; y: number; w: number; h: number };

export type Cover = {
  boxes: CoverBox[];
  selected: number | null;
  /** What undoing goes back to, newest last. */
  past: CoverBox[][];
};

export type CoverAction =
  | { type: "added"; box: Omit<CoverBox, "id"> }
  /** A drag begins: all of it is undone at once. */
  | { type: "grasped"; id: number }
  | { type: "moved"; id: number; dx: number; dy: number }
  | { type: "resized"; id: number; dw: number; dh: number }
  | { type: "removed"; id: number }
  | { type: "undone" };

export const NO_COVER: Cover = { boxes: [], selected: null, past: [] };
export const SMALLEST = 0.02;
/** About as large as a name on a label. */
export const USUAL = { w: 0.4, h: 0.08 };

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** Whole within the picture, and never too small to be held. */
export function within<T extends Omit<CoverBox, "id">>(box: T): T {
  const w = between(SMALLEST, box.w, 1);
  const h = between(SMALLEST, box.h, 1);
  return { ...box, w, h, x: between(0, box.x, 1 - w), y: between(0, box.y, 1 - h) };
}

export function coverReducer(cover: Cover, action: CoverAction): Cover {
  const { boxes, past } = cover;
  const remember = [...past, boxes];
  const change = (id: number, by: (box: CoverBox) => CoverBox): Cover => ({
    ...cover,
    selected: id,
    boxes: boxes.map((box) => (box.id === id ? by(box) : box)),
  });
  switch (action.type) {
    case "added": {
      const id = 1 + Math.max(0, ...[...past.flat(), ...boxes].map((box) => box.id));
      return { boxes: [...boxes, { ...within(action.box), id }], selected: id, past: remember };
    }
    case "grasped":
      return { ...cover, selected: action.id, past: remember };
    case "moved":
      return change(action.id, (box) =>
        within({ ...box, x: box.x + action.dx, y: box.y + action.dy }),
      );
    case "resized":
      return change(action.id, (box) => ({
        ...box,
        w: between(SMALLEST, box.w + action.dw, 1 - box.x),
        h: between(SMALLEST, box.h + action.dh, 1 - box.y),
      }));
    case "removed":
      return {
        boxes: boxes.filter((box) => box.id !== action.id),
        selected: null,
        past: remember,
      };
    case "undone":
      return undo(cover);
  }
}

/** A touch that moved nothing leaves nothing to undo. */
function undo({ boxes, past }: Cover): Cover {
  const same = (one: CoverBox[]) => JSON.stringify(one) === JSON.stringify(boxes);
  const index = past.findLastIndex((one) => !same(one));
  return { boxes: past[index] ?? boxes, selected: null, past: past.slice(0, Math.max(0, index)) };
}

/** From one corner to the other, in whichever direction it was drawn. */
export const boxBetween = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
});

/** A tap means a box of the usual size around it. */
export const boxAround = ({ x, y }: { x: number; y: number }) =>
  within({ ...USUAL, x: x - USUAL.w / 2, y: y - USUAL.h / 2 });
