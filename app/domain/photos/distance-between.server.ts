export type Place = { latitude: number; longitude: number };

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres over the ground between two places given in degrees (haversine). */
export function distanceBetween(one: Place, other: Place): number {
  const up = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const share = up + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * along;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(share))));
}
