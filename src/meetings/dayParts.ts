import type { Day } from '../core/time/day.ts'

/** The numbers of a day. */
export function dayParts(of: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = of.split('-').map(Number)
  return { year, month, day }
}
