import type { invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { type Block, block, message, moment, type Rich, rich, titled } from '../../../src/core/message.ts'
import type { Occurrence } from '../../../src/meetings/series/occurrences.ts'
import type { Context } from '../../define.ts'
import { meetingFields, rsvpButtons } from '../card.ts'

/** How many days of a series are listed. */
export const shownDates = 6

interface MadeSeries {
  readonly seriesId: number
  /** The first of its meetings. */
  readonly made: Meeting
  /** Its title, group and rhythm, as a sentence has them. */
  readonly what: string
  readonly dates: readonly Occurrence[]
}

/** Invites everybody to the whole series in one message, in their own zone, which asks for the first meeting `made`. */
export function inviteToSeries(
  context: Context,
  { seriesId, made, what, dates }: MadeSeries,
  people: Awaited<ReturnType<typeof invitees>>,
): void {
  context.notify(
    people.map(({ personId, zone: reader }) => ({
      key: `series:${seriesId}:${personId}`,
      personId,
      kind: 'invitation',
      subject: `meeting:${made.id}`,
      neededBy: made.startsAt,
      message: titled(
        `You are invited: ${what}`,
        message(
          rich`You are invited: ${what}, first on ${moment(made.startsAt, reader)}.`,
          meetingFields(made, reader),
          ...afterFirst(dates, reader),
          block.text('Your answer is for the first one; you are asked again before each of the others.'),
          rsvpButtons(made.id),
        ),
      ),
    })),
  )
}

/** The days after the first one, which has been said. */
export function afterFirst(
  dates: readonly Pick<Occurrence, 'at'>[],
  zone: string,
): readonly [] | readonly [Block, Block] {
  return dates.length > 1 ? [block.heading('And then'), dateList(dates.slice(1), zone)] : []
}

export function dateList(dates: readonly Pick<Occurrence, 'at'>[], zone: string) {
  const more = dates.length - shownDates
  const lines: Rich[] = dates.slice(0, shownDates).map(({ at }) => rich`${moment(at, zone)}`)
  return block.list([...lines, ...(more > 0 ? [rich`and ${more} more`] : [])])
}
