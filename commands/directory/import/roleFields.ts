import type { Seat } from '../../../db/directory/seats/seats.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { ImportRecord } from '../../../src/directory/import/records.ts'

/** The seat that a row names: an observing entity has one alone. */
export function seatOf(said: string, observes: boolean): Seat | undefined {
  if (!said.endsWith(' seat')) return undefined
  if (observes || said === 'observer seat') return 'observer'
  return said === 'principal seat' ? 'principal' : 'alternate'
}

export function isAlternate({ role }: ImportRecord['fields']): boolean {
  return role === 'alternate seat'
}

/** Where a row names no role, an entity's people are members, or observers where it observes. */
export function roleOf(said: string, observes: boolean): Role {
  // The reader lets nothing else through but roles.
  if (said === 'observer seat') return 'observer'
  return said === '' || said.endsWith(' seat') ? (observes ? 'observer' : 'member') : (said as Role)
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function day(value: unknown): Day | null {
  return typeof value === 'string' ? value : null
}
