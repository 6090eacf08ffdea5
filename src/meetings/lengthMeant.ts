import { UserError } from '../core/errors.ts'
import { list } from '../core/text/list.ts'
import type { TypedMoment } from '../core/time/day.ts'
import { formatDuration } from '../core/time/duration.ts'

interface LengthMeant {
  readonly minutes: number
  /** What was typed of it and is not taken, or taken of the times. */
  readonly note?: string
}

/**
 * How long a meeting takes that may be at one of several times: as its duration says, else as its times say by their ends,
 * else an hour. Raises `UserError` where its times say several lengths.
 */
export function lengthMeant(
  duration: number | undefined,
  times: readonly Pick<TypedMoment, 'minutes'>[],
): LengthMeant {
  const said = [...new Set(times.flatMap(({ minutes }) => minutes ?? []))]
  if (duration !== undefined) {
    if (said.every((minutes) => minutes === duration)) return { minutes: duration }
    const ends = said.length > 1 ? 'ends that were typed are' : 'end that was typed is'
    return {
      minutes: duration,
      note: `It takes ${formatDuration(duration)}, as duration: says; the ${ends} not taken.`,
    }
  }
  const [minutes, ...others] = said
  if (minutes === undefined) return { minutes: 60 }
  if (others.length > 0)
    throw new UserError(
      `The times take ${list(said.map(formatDuration))}, and the meeting has one length. Which one?`,
      {
        option: 'duration',
        choices: said.map((one) => ({ label: formatDuration(one), value: `${one}m` })),
      },
    )
  return times.length > 1
    ? { minutes, note: `Each takes ${formatDuration(minutes)}, as the times say.` }
    : { minutes }
}
