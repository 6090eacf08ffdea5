import { UserError } from '../../core/errors.ts'
import { readZone } from '../../core/time/zones/readZone.ts'

/** The time zone of a duty station; undefined where it names no city that is known. */
export function zoneOfStation(station: string | null | undefined): string | undefined {
  const [city = ''] = (station ?? '').split(/[,(/]/)
  // What names a zone itself is no city.
  if (city.trim().length < 4) return undefined
  try {
    return readZone(city)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
