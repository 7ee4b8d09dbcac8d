import type { Point, Surface } from "./projection.ts";

export function polygon(points: readonly Point[], fill: string, more = ""): string {
  return `<polygon points="${points.map(coordinates).join(" ")}" fill="${fill}" ${more}/>`;
}

/** Soft by layers of ever wider edges: a blur filter costs 45 ms each, and a demo draws some eighty of them. */
export function softShadow(points: readonly Point[]): string {
  const layers = [34, 26, 18, 10, 2].map((width) =>
    polygon(
      points,
      "#150d05",
      `opacity="0.1" stroke="#150d05" stroke-width="${width}" stroke-linejoin="round"`,
    ),
  );
  return layers.join("");
}

export function polyline(
  points: readonly Point[],
  stroke: string,
  width: number,
  more = "",
): string {
  const line = points.map(coordinates).join(" ");
  return `<polyline points="${line}" fill="none" stroke="${stroke}" stroke-width="${width.toFixed(2)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export type Area = { u: number; v: number; width: number; height: number };

export function corners(surface: Surface, { u, v, width, height }: Area): Point[] {
  return [
    surface(u, v),
    surface(u + width, v),
    surface(u + width, v + height),
    surface(u, v + height),
  ];
}

export function patch(surface: Surface, area: Area, fill: string, more = ""): string {
  return polygon(corners(surface, area), fill, more);
}

export function circle(surface: Surface, u: number, v: number, radius: number): Point[] {
  return Array.from({ length: 33 }, (_, step) => {
    const angle = (step / 16) * Math.PI;
    return surface(u + radius * Math.cos(angle), v + radius * Math.sin(angle));
  });
}

/** How many pixels one unit of the surface has there. */
export function scaleAt(surface: Surface, u: number, v: number): number {
  const [x, y] = surface(u, v);
  const [rightX, rightY] = surface(u + 0.01, v);
  const [downX, downY] = surface(u, v + 0.01);
  return 50 * (Math.hypot(rightX - x, rightY - y) + Math.hypot(downX - x, downY - y));
}

export function shade(colour: string, factor: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) * factor);
  return `rgb(${parts.map((part) => Math.min(255, Math.round(part))).join(",")})`;
}

function coordinates([x, y]: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
