import { type Choice, orUserError, UserError } from '../../../errors.ts'
import { shorten } from '../../../text/text.ts'
import { addDays, dayOf, type TimeReference, type TypedMoment } from '../../day.ts'
import { formatMoment } from '../../zone.ts'
import type { TimeParts } from '../timeParts.ts'

type Meaning = Pick<TypedMoment, 'at' | 'zone' | 'minutes'>

/**
 * The refusal of an hour of which neither the one in the morning nor the one in the afternoon lies ahead: of today, both
 * of tomorrow are offered. Undefined where what has passed may be meant as well.
 */
export function noneAhead(
  typed: string,
  { date }: TimeParts,
  meanings: readonly Meaning[],
  read: (text: string) => TypedMoment,
  { now, ahead, zone: own }: TimeReference,
): UserError | undefined {
  const [one] = meanings
  if (!ahead || !one || meanings.some(({ at }) => at > now)) return undefined
  const today = dayOf(now, one.zone || own)
  const isToday = dayOf(one.at, one.zone || own) === today
  if (!isToday) return ahead === 'usually' ? undefined : new UserError(said(typed))
  const choices = meanings.flatMap(({ at, zone, minutes }): Choice[] => {
    const [, clock = ''] = /, (\d\d:\d\d) /.exec(formatMoment(at, zone || own)) ?? []
    const moment = orUserError(() => read(`${addDays(today, 1)} ${clock} ${zone || own}`))
    if (moment instanceof UserError) return []
    return [
      {
        label: formatMoment(moment.at, moment.zone),
        value: spelt({ ...moment, ...(minutes !== undefined && { minutes }) }),
      },
    ]
  })
  const which = date === undefined || choices.length === 0 ? '' : ' Did you mean tomorrow?'
  return new UserError(`${said(typed)}${which}`, { choices })
}

/** A moment in words that mean the same on any day, and how long it lasts. */
export function spelt({ at, zone, minutes }: TypedMoment): string {
  return `${formatMoment(at, zone)}${minutes === undefined ? '' : ` for ${minutes} minutes`}`
}

function said(typed: string): string {
  return `“${shorten(typed, 60)}” has passed, in the morning as in the afternoon.`
}
