export interface Place {
  lat: number
  lon: number
}

const EARTH_METRES = 6_371_000

/** How far apart two places are, in metres. */
export function metresBetween(a: Place, b: Place): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (angle: number): number => Math.sin(angle / 2) ** 2
  const chord =
    half(radians(b.lat - a.lat)) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon))
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord))
}

/** As people say it: 80 m, 1.2 km. */
export function spoken(metres: number): string {
  return metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`
}
