import { endOvertaken, type News, newsOf } from '../../../db/ledger/waiting/overtaken.ts'
import type { Invited } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Message } from '../../../src/core/message.ts'
import { message, moment, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { rsvpButtons } from '../card.ts'
import { tellInvitees } from '../tellInvitees.ts'
import { knownStart, waiting } from './tellMoved.ts'

interface Told extends Pick<Invited, 'personId' | 'zone'> {
  readonly response?: Invited['response']
}

/**
 * Tells everybody invited that a meeting was cancelled, but for whoever sleeps and knows no better, since they have not
 * heard yet that they are invited, or that it takes place after all. `meeting` is as before. Returns how many are told.
 */
export async function tellCancelled(
  context: Context,
  people: readonly Invited[],
  meeting: Meeting,
  why: string,
): Promise<number> {
  const news = await newsOf(context.db, `meeting:${meeting.id}`, 'meeting')
  const told = await withoutThoseWhoNeverHeard(context, people, news)
  const known = Map.groupBy(told, ({ personId }) =>
    (knownStart(news.get(personId)) ?? meeting.startsAt).getTime(),
  )
  const after = { ...meeting, sequence: meeting.sequence + 1 }
  for (const [start, readers] of known) {
    const say = (reader: string) => {
      const now = moment(meeting.startsAt, reader)
      return start === meeting.startsAt.getTime()
        ? message(rich`Cancelled: ${meeting.title}, ${now}.${why}`)
        : message(
            rich`Cancelled: ${meeting.title}, ${moment(new Date(start), reader)}, which had been moved to ${now}.${why}`,
          )
    }
    tellInvitees(context, after, readers, { kind: 'cancelled', say })
  }
  return told.length
}

/** Leaves out whoever sleeps and has not heard yet of what is cancelled now; that is not said to them any more. */
export async function withoutThoseWhoNeverHeard<P extends Told>(
  { db, now }: Context,
  people: readonly P[],
  news: ReadonlyMap<number, readonly News[]>,
): Promise<readonly P[]> {
  const over = people.flatMap(({ personId, response = null }) => {
    const unheard = waiting(news.get(personId))
    // Whoever has answered has seen it somewhere.
    return response === null && (unheard?.kind === 'invitation' || unheard?.kind === 'restored')
      ? [unheard]
      : []
  })
  const silent = await endOvertaken(db, over.map(asCancelled), now)
  return people.filter(({ personId }) => !silent.has(personId))
}

/** A cancellation ends the invitation to a series as well. */
function asCancelled(news: News) {
  return { ...news, kind: 'cancelled' }
}

/**
 * Tells everybody invited that a meeting takes place after all. Whoever slept since before it was cancelled hears what
 * they had not heard by then, or nothing. `meeting` is as before. Returns how many are told.
 */
export async function tellRestored(
  context: Context,
  people: readonly Invited[],
  meeting: Meeting,
): Promise<number> {
  const news = await newsOf(context.db, `meeting:${meeting.id}`, 'meeting')
  const after = { ...meeting, sequence: meeting.sequence + 1 }
  const { told, again } = await heardBefore(context, people, news)
  const say = (reader: string) =>
    message(
      rich`It takes place after all: ${meeting.title}, ${moment(meeting.startsAt, reader)}.`,
      rsvpButtons(meeting.id),
    )
  tellInvitees(context, after, told, { kind: 'restored', say })
  for (const { reader, kind, message } of again)
    tellInvitees(context, after, [reader], { kind, say: () => message })
  return told.length + again.length
}

type NewsKind = Parameters<typeof tellInvitees>[3]['kind']

export interface HeardBefore<P> {
  /** Who heard that it was cancelled. */
  readonly told: readonly P[]
  /** Who did not, with what they had not heard before that. */
  readonly again: readonly { readonly reader: P; readonly kind: NewsKind; readonly message: Message }[]
}

/** Parts people by what they know of what was cancelled; that this was so is not said any more to those who slept. */
export async function heardBefore<P extends Told>(
  { db, now }: Context,
  people: readonly P[],
  news: ReadonlyMap<number, readonly News[]>,
): Promise<HeardBefore<P>> {
  const unheard = people.flatMap(({ personId }) => waiting(news.get(personId)) ?? [])
  const cancellations = unheard.filter(({ kind }) => kind === 'cancelled')
  const slept = await endOvertaken(db, cancellations, now)
  const hear = new Set(cancellations.flatMap(({ personId }) => (slept.has(personId) ? [] : [personId])))
  const told: P[] = []
  const again: { reader: P; kind: NewsKind; message: Message }[] = []
  for (const reader of people) {
    const { personId } = reader
    const before = news.get(personId)?.find(({ kind, state }) => kind !== 'cancelled' || state === 'heard')
    if (before?.state === 'ended' && !hear.has(personId))
      again.push({ reader, kind: kindOf(before), message: before.message })
    else if (!slept.has(personId)) told.push(reader)
  }
  return { told, again }
}

function kindOf({ kind }: News): NewsKind {
  return kind === 'moved' || kind === 'restored' ? kind : 'invitation'
}
