import { type News, newsOf } from '../../../db/ledger/waiting/overtaken.ts'
import type { Invited } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { block, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { factsBelowHour, rsvpButtons } from '../card.ts'
import { invitation } from '../plan/announce.ts'
import { changesOf } from '../plan/changes.ts'
import { tellInvitees } from '../tellInvitees.ts'

interface Moved {
  readonly before: Meeting
  readonly after: Meeting
  /** Whether answers given before do not hold any more. */
  readonly asksAnew: boolean
}

/**
 * Tells everybody invited that a meeting was moved or changed. Whoever sleeps and has not heard of the change before it,
 * or of the invitation, hears at once how the meeting stands, and from when it was moved as far as they know.
 */
export async function tellMoved(
  context: Context,
  people: readonly Invited[],
  { before, after, asksAnew }: Moved,
): Promise<void> {
  const news = await newsOf(context.db, `meeting:${after.id}`, 'meeting')
  const isInvitedAnew = ({ personId }: Invited) => waiting(news.get(personId))?.kind === 'invitation'
  const formerly = before.startsAt
  tellInvitees(context, after, people.filter(isInvitedAnew), {
    kind: 'invitation',
    say: (reader) => invitation(after, after.groupAcronym, reader),
    formerly,
  })
  const isMoved = before.startsAt.getTime() !== after.startsAt.getTime()
  const known = Map.groupBy(
    people.filter((one) => !isInvitedAnew(one)),
    ({ personId, response }) =>
      `${(knownStart(news.get(personId)) ?? before.startsAt).getTime()} ${(isMoved && response) || ''}`,
  )
  for (const [key, readers] of known) {
    const [start, again = ''] = key.split(' ')
    const asKnown = { ...before, startsAt: new Date(Number(start)) }
    const say = (reader: string) =>
      message(
        moveSentence(asKnown, after, reader),
        again !== ''
          ? block.text(`Your answer for this time, ${again}, counts again.`)
          : asksAnew
            ? block.text('Answers given before were for the former time; please answer for this one.')
            : undefined,
        factsBelowHour(after, reader),
        rsvpButtons(after.id),
      )
    tellInvitees(context, after, readers, { kind: 'moved', say, formerly })
  }
}

/** What waits to be said to somebody of a meeting: one news at the most. */
export function waiting(news: readonly News[] = []): News | undefined {
  return news.find(({ state }) => state === 'waits')
}

/** When the meeting is as far as somebody knows, where a change waits to be said to them: the first time that this names. */
export function knownStart(news: readonly News[] | undefined): Date | undefined {
  const first = waiting(news)?.message.summary.find((span) => span.kind === 'moment')
  return first && new Date(first.at)
}

/** What became of the meeting: `Moved: Quarterly, from … to …; length now 2 h (was 1 h).` */
export function moveSentence(before: Meeting, after: Meeting, reader: string): Rich {
  const changes = changesOf(before, after).join('; ')
  const at = moment(after.startsAt, reader)
  if (before.startsAt.getTime() !== after.startsAt.getTime()) {
    const more = changes === '' ? '' : `; ${changes}`
    return rich`Moved: ${before.title}, from ${moment(before.startsAt, reader)} to ${at}${more}.`
  }
  return changes === ''
    ? rich`Moved and moved back: ${before.title}, ${at}, as it was.`
    : rich`Changed: ${before.title}, ${at}: ${changes}.`
}
