import type { SearchHit } from '../../../db/directory/find/judged.ts'
import { regionsOf, type WorldRegion } from '../../../src/newsletter/places/regionOf.ts'

/** The part of the world that a word means. */
export function worldRegion(typed: string): WorldRegion {
  if (/africa/.test(typed)) return 'Africa'
  if (/america/.test(typed)) return 'Americas'
  return /europe/.test(typed) ? 'Europe' : 'Asia and the Pacific'
}

/** Whether a person's duty station lies in a part of the world. */
export function isIn(region: WorldRegion, { kind, known }: SearchHit): boolean {
  const { country, station } = known
  const place = [station, country].filter((part) => typeof part === 'string').join(', ')
  return kind === 'person' && regionsOf(place).includes(region)
}
