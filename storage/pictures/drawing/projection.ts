export type Point = readonly [x: number, y: number];
/** Centimetres: to the right, away from the viewer, up from the table. */
export type Place = readonly [x: number, y: number, z: number];
export type Project = (place: Place) => Point;
/** A flat thing to draw on: `u` to the right and `v` downwards become a point of the picture. */
export type Surface = (u: number, v: number) => Point;

export type Camera = { project: Project; eye: Place };

export type CameraOptions = {
  width: number;
  height: number;
  /** Radians that the camera looks down. */
  pitch: number;
  /** Radians that the hand holds it askew. */
  roll: number;
  distance: number;
  focus: number;
};

export function openCamera(options: CameraOptions): Camera {
  const { width, height, pitch, roll, distance, focus } = options;
  const [sinPitch, cosPitch] = [Math.sin(pitch), Math.cos(pitch)];
  const [sinRoll, cosRoll] = [Math.sin(roll), Math.cos(roll)];
  const target = 10;
  const eye: Place = [0, -distance * cosPitch, target + distance * sinPitch];
  const project: Project = ([x, y, z]) => {
    const [away, above] = [y - eye[1], z - eye[2]];
    const depth = away * cosPitch - above * sinPitch;
    const across = (x * focus) / depth;
    const up = ((away * sinPitch + above * cosPitch) * focus) / depth;
    return [
      width / 2 + across * cosRoll + up * sinRoll,
      height / 2 - up * cosRoll + across * sinRoll,
    ];
  };
  return { project, eye };
}

export function surfaceAt(project: Project, origin: Place, uAxis: Place, vAxis: Place): Surface {
  return (u, v) =>
    project([
      origin[0] + u * uAxis[0] + v * vAxis[0],
      origin[1] + u * uAxis[1] + v * vAxis[1],
      origin[2] + u * uAxis[2] + v * vAxis[2],
    ]);
}

/** A part of a surface, moved and turned, as a sheet stuck on a box. */
export function sheetOn(surface: Surface, u: number, v: number, turn = 0): Surface {
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  return (x, y) => surface(u + x * cos - y * sin, v + x * sin + y * cos);
}
