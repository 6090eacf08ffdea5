import { orUserError, UserError } from '../../../src/core/errors.ts'
import type { Here, TypedMoment } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'

const mostSlots = 20

/**
 * The times in their order, each once, with what is to be known of them. An hour alone is one of the day named before
 * it, and a day alone has the hour named before it. Raises `UserError` for one that cannot be read or has passed.
 */
export function readSlots(typed: string, now: Date, zone: string): readonly TypedMoment[] {
  const parts = partsOf(typed, now, zone)
  const read: TypedMoment[] = []
  for (const part of parts) {
    const before = read.at(-1)
    read.push(readSlot(part, { now, zone, ...(before && { base: before }) }))
  }
  const past = read.findIndex(({ at }) => at <= now)
  if (past >= 0)
    throw new UserError(`“${parts[past]}” has passed; a meeting is held ahead.`, { option: 'slots' })
  const times = [...new Map(read.map((one) => [one.at.getTime(), one])).values()].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  if (times.length < 2)
    throw new UserError(
      'a poll needs at least two times, separated by semicolons; for a single one, schedule the meeting.',
      {
        option: 'slots',
      },
    )
  if (times.length > mostSlots)
    throw new UserError(`there are ${times.length} times; a poll takes ${mostSlots} at most.`, {
      option: 'slots',
    })
  return times
}

/** Splits at semicolons and line breaks; a piece that is not a moment is split at commas. */
function partsOf(typed: string, now: Date, zone: string): readonly string[] {
  const lines = typed.split(/[;\n]/)
  return lines
    .flatMap((line) =>
      orUserError(() => readMoment(line.trim(), { now, zone })) instanceof UserError
        ? line.split(',')
        : [line],
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readSlot(part: string, here: Here): TypedMoment {
  try {
    return readMoment(part, here)
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { option: 'slots' })
    throw error
  }
}
