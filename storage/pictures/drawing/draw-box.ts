import { drawLabel, labelSize, type Shipment } from "./draw-label.ts";
import {
  type Camera,
  type Place,
  type Point,
  type Surface,
  sheetOn,
  surfaceAt,
} from "./projection.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { corners, patch, polygon, polyline, scaleAt, shade, softShadow } from "./shapes.ts";

export type Box = {
  /** The middle of the bottom. */
  at: Place;
  size: Place;
  yaw: number;
  colour: string;
  tape: string;
  shipment?: Shipment;
};

/** A direction towards the light. */
export type Light = Place;

type Face = { surface: Surface; width: number; height: number; bright: number };

export function drawShadow(box: Box, camera: Camera, light: Light): string {
  const ground = [0, box.size[2]].flatMap((up) =>
    baseCorners(box).map(([x, y]): Point => {
      const z = box.at[2] + up;
      return [x - (light[0] * z) / light[2], y - (light[1] * z) / light[2]];
    }),
  );
  const outline = convexHull(ground).map(([x, y]) => camera.project([x, y, 0]));
  return softShadow(outline);
}

export function drawBox(box: Box, camera: Camera, light: Light, random: SeededRandom): string {
  const [width, depth] = box.size;
  const faces = visibleFaces(box, camera, light);
  const top = faces.at(-1);
  const body = faces.map((face) => drawFace(face, box.colour)).join("");
  if (!top) return body;
  const taped = width >= depth;
  const tape = taped
    ? patch(
        top.surface,
        { u: 0, v: depth / 2 - 2.4, width, height: 4.8 },
        box.tape,
        'opacity="0.62"',
      )
    : patch(
        top.surface,
        { u: width / 2 - 2.4, v: 0, width: 4.8, height: depth },
        box.tape,
        'opacity="0.62"',
      );
  const seam = taped
    ? [top.surface(0, depth / 2), top.surface(width, depth / 2)]
    : [top.surface(width / 2, 0), top.surface(width / 2, depth)];
  const flaps = faces
    .slice(0, -1)
    .map((face) => drawFlap(face, box, taped))
    .join("");
  const label = box.shipment ? drawLabelOn(top, box.shipment, random) : "";
  return `${body}${polyline(seam, "#000", 1.4, 'opacity="0.35"')}${tape}${flaps}${label}`;
}

function visibleFaces(box: Box, camera: Camera, light: Light): Face[] {
  const [width, depth, height] = box.size;
  const [cos, sin] = [Math.cos(box.yaw), Math.sin(box.yaw)];
  const turn = (x: number, y: number, z: number): Place => [
    x * cos - y * sin,
    x * sin + y * cos,
    z,
  ];
  const corner = (x: number, y: number, z: number): Place => {
    const [dx, dy] = turn(x, y, 0);
    return [box.at[0] + dx, box.at[1] + dy, box.at[2] + z];
  };
  const down: Place = [0, 0, -1];
  const left = {
    from: corner(-width / 2, depth / 2, height),
    u: turn(0, -1, 0),
    v: down,
    normal: turn(-1, 0, 0),
    size: [depth, height],
  };
  const right = {
    from: corner(width / 2, -depth / 2, height),
    u: turn(0, 1, 0),
    v: down,
    normal: turn(1, 0, 0),
    size: [depth, height],
  };
  const front = {
    from: corner(-width / 2, -depth / 2, height),
    u: turn(1, 0, 0),
    v: down,
    normal: turn(0, -1, 0),
    size: [width, height],
  };
  const top = {
    from: corner(-width / 2, depth / 2, height),
    u: turn(1, 0, 0),
    v: turn(0, -1, 0),
    normal: [0, 0, 1] as Place,
    size: [width, depth],
  };
  return [left, right, front, top]
    .filter(
      ({ from, normal }) =>
        dot(normal, [camera.eye[0] - from[0], camera.eye[1] - from[1], camera.eye[2] - from[2]]) >
        0,
    )
    .map(({ from, u, v, normal, size: [w = 0, h = 0] }) => ({
      surface: surfaceAt(camera.project, from, u, v),
      width: w,
      height: h,
      bright: 0.62 + 0.46 * Math.max(0, dot(normal, light)),
    }));
}

function drawFace({ surface, width, height, bright }: Face, colour: string): string {
  const outline = corners(surface, { u: 0, v: 0, width, height });
  const fill = shade(colour, bright);
  const edge = `stroke="${shade(colour, Math.min(1.18, bright * 1.14))}" stroke-width="1.6" stroke-linejoin="round"`;
  return polygon(outline, fill, edge) + polygon(outline, "url(#sheen)");
}

/** Where the tape of the top goes down over an edge. */
function drawFlap({ surface, width, height }: Face, { size, tape }: Box, taped: boolean): string {
  const alongDepth = width === size[1] && width !== size[0];
  if (taped !== alongDepth) return "";
  const flap = { u: width / 2 - 2.4, v: 0, width: 4.8, height: Math.min(5.5, height * 0.6) };
  return patch(surface, flap, tape, 'opacity="0.5"');
}

function drawLabelOn(
  { surface, width, height }: Face,
  shipment: Shipment,
  random: SeededRandom,
): string {
  const fits = Math.min((width - 2) / labelSize.width, (height - 2) / labelSize.height, 1.5);
  const turn = random.between(-0.09, 0.09);
  const [roomU, roomV] = [width - labelSize.width * fits, height - labelSize.height * fits];
  const sheet = sheetOn(
    surface,
    roomU * random.between(0.3, 0.7),
    roomV * random.between(0.35, 0.65),
    turn,
  );
  const scaled: Surface = (u, v) => sheet(u * fits, v * fits);
  return scaleAt(scaled, 0, 0) > 1 ? drawLabel(scaled, shipment, random) : "";
}

function baseCorners({ at, size, yaw }: Box): Point[] {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return signs.map(([right, away]) => {
    const [x, y] = [(right * size[0]) / 2, (away * size[1]) / 2];
    return [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos];
  });
}

function convexHull(points: Point[]): Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (list: Point[]) => {
    const hull: Point[] = [];
    for (const point of list) {
      while (hull.length > 1 && !turnsLeft(hull.at(-2) as Point, hull.at(-1) as Point, point))
        hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsLeft([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
}

function dot(a: Place, b: Place): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
