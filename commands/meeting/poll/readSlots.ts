import { orUserError, UserError } from '../../../src/core/errors.ts'
import type { TypedMoment } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'

const mostSlots = 20

/** The times in their order, each once, with what is to be known of them. Raises `UserError` for one that cannot be read or has passed. */
export function readSlots(typed: string, now: Date, zone: string): readonly TypedMoment[] {
  const parts = partsOf(typed, now, zone)
  const read = parts.map((part) => readSlot(part, now, zone))
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

/** What semicolons and lines part; what is no moment between them is a list with commas. */
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

function readSlot(part: string, now: Date, zone: string): TypedMoment {
  try {
    return readMoment(part, { now, zone })
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { option: 'slots' })
    throw error
  }
}
