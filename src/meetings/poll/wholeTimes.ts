import { orUserError, UserError } from '../../core/errors.ts'
import type { TimeReference } from '../../core/time/day.ts'
import { readMoment } from '../../core/time/moment.ts'

/** Not `10:00 and 14:00 on 1 Dec`, nor `1 Dec and 2 Dec 10:00`: what the second names may be meant for both. */
export function isClear(group: readonly string[], here: TimeReference): boolean {
  const known = new Map([...new Set(group)].map((piece) => [piece, isWhole(piece, here)]))
  const whole = group.map((piece) => known.get(piece) === true)
  return whole.every((one, at) => !one || at === 0 || whole[at - 1])
}

/** Whether a time says its day and its hour: then it is the same one after whatever other. */
export function isWhole(piece: string, { now, zone }: TimeReference): boolean {
  const here = { now, zone, offersNothing: true } as const
  const alone = orUserError(() => readMoment(piece, here))
  if (alone instanceof UserError) return false
  const after = orUserError(() => readMoment(piece, { ...here, base: { at: new Date(0), zone } }))
  return !(after instanceof UserError) && alone.at.getTime() === after.at.getTime()
}
