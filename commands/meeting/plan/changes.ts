import type { Plan } from '../../../db/meetings/change.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { readLink } from '../../../src/core/text/addresses/webAddress.ts'
import { saysNothing } from '../../../src/core/text/nothing.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { isMomentForm } from '../../../src/core/time/beginsWithDate.ts'
import type { TypedMoment } from '../../../src/core/time/day.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'

/** What an organizer typed to change a meeting; `none` empties a place or a link. */
export interface TypedChanges {
  readonly title?: string | undefined
  readonly kind?: Plan['kind'] | undefined
  readonly start?: TypedMoment | undefined
  readonly duration?: number | undefined
  readonly place?: string | undefined
  readonly link?: string | undefined
}

/** The plan with what was typed in it; what was not typed stays. Raises `UserError` with the forms when nothing was. */
export function changedPlan(
  before: Plan & Pick<Meeting, 'id'>,
  { title, kind, start, duration, place, link }: TypedChanges,
): Plan {
  if ([title, kind, start, duration, place, link].every((value) => value === undefined))
    throw new UserError(
      'Say what to change: start:, duration:, title:, kind:, place: or link:. Nothing was changed.',
      {
        buttons: [
          { ...button('Move', 'meeting move', { meeting: `M${before.id}` }), ask: true },
          { ...button('Edit', 'meeting edit', { meeting: `M${before.id}` }), ask: true },
        ],
      },
    )
  if (title !== undefined && title !== before.title && saysNothing(title))
    throw new UserError(`A meeting needs a title, and “${title}” is none. Nothing was changed.`, {
      option: 'title',
    })
  return {
    title: title ?? before.title,
    kind: kind ?? before.kind,
    startsAt: start?.at ?? before.startsAt,
    minutes: duration ?? start?.minutes ?? before.minutes,
    zone: start?.zone ?? before.zone,
    place: place === undefined ? before.place : placeTyped(place),
    link: link === undefined ? before.link : linkTyped(link),
  }
}

/** A typed place; null for none, as `none` says it too. */
export function placeTyped(place: string | undefined): string | null {
  if (place === undefined || saysNothing(place)) return null
  // `M1 takes place at 3pm`
  if (/^\p{Nd}/u.test(place) && isMomentForm(place))
    throw new UserError(
      `“${shorten(place)}” is a time, not a place. A meeting is moved with “move M1 to ${shorten(place)}”.`,
      {
        option: 'place',
      },
    )
  return place
}

/** A typed web address; null for none, as `none` says it too. Raises `UserError` for what is no address. */
export function linkTyped(link: string | undefined): string | null {
  return link === undefined || saysNothing(link) ? null : readLink(link)
}

/** Whether a time is the one at which the meeting had begun before it was put off. */
export function isFormerStart({ putOffFrom }: Pick<Meeting, 'putOffFrom'>, to: Date): boolean {
  return putOffFrom?.getTime() === to.getTime()
}

/** What differs beside the beginning, each as `place now Room 5 (was Room 4)`. */
export function changesOf(before: Plan, after: Plan): readonly string[] {
  const said = (name: string, was: string | null, is: string | null) =>
    was === is ? [] : [`${name} now ${is ?? 'none'} (was ${was ?? 'none'})`]
  return [
    ...said('title', before.title, after.title),
    ...said('kind', before.kind, after.kind),
    ...said('length', formatDuration(before.minutes), formatDuration(after.minutes)),
    ...said('place', before.place, after.place),
    ...said('link', before.link, after.link),
  ]
}

/** What `/meeting edit` may change of a meeting, as its options take it. */
export function planOf({ title, kind, place, link, minutes }: Meeting) {
  return { title, kind, place, link, duration: formatDuration(minutes) }
}
