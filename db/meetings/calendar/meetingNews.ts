import { sql } from 'kysely'

import type { Notices } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type DueLetter, seriesDays } from './letters.ts'

/** What notices call the news of a meeting that a calendar letter brings as well. */
export const meetingNewsKinds = ['invitation', 'moved', 'cancelled', 'restored'] as const

export type MeetingNews = Pick<Notices, 'body'> & { readonly kind: (typeof meetingNewsKinds)[number] }

/** What is older was told long before the letter, such as an invitation to a series that begins in some months. */
const freshMs = 86_400_000

/**
 * The latest news of each meeting for the reader of its letter, as the chat has it: what it was before, why it was
 * cancelled, the rhythm of its series. By `id email`; none for a guest.
 */
export async function newsFor(
  db: Db,
  letters: readonly Pick<DueLetter, 'id' | 'email'>[],
  now: Date,
): Promise<ReadonlyMap<string, MeetingNews>> {
  if (letters.length === 0) return new Map()
  const rows = letters.map(({ id, email }) => ({ email, subject: `meeting:${id}` }))
  const found = await latest(db, { rows: asRecords(rows), since: new Date(now.getTime() - freshMs) })
  return new Map(
    found.map(({ subject, email, ...news }) => [`${subject.slice('meeting:'.length)} ${email}`, news]),
  )
}

const latest = statement((db, given: Params<{ rows: string; since: Date }>) =>
  db
    .selectFrom(records<{ email: string; subject: string }>(given.rows, { email: 'text', subject: 'text' }))
    .innerJoin('people as p', 'p.email', 'n.email')
    .innerJoin('notices as o', (join) =>
      join
        .onRef('o.personId', '=', 'p.id')
        .onRef('o.subject', '=', 'n.subject')
        .on('o.createdAt', '>', given.since)
        .on('o.kind', 'in', [...meetingNewsKinds]),
    )
    .distinctOn(['n.subject', 'n.email'])
    .select(['n.subject', 'n.email', 'o.body'])
    .select(({ ref }) => sql<MeetingNews['kind']>`${ref('o.kind')}`.as('kind'))
    .orderBy('n.subject')
    .orderBy('n.email')
    .orderBy('o.id', 'desc'),
)

/** Whether a calendar letter brings an address the news of a meeting ahead, or is about to. */
export async function isInCalendarLetter(
  db: Db,
  given: { readonly meetingId: number; readonly email: string; readonly now: Date },
): Promise<boolean> {
  const found = await covered(db, given)
  return found.length > 0
}

const covered = statement((db, given: Params<{ meetingId: number; email: string; now: Date }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('invitations as i', 'i.meetingId', 'm.id')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .leftJoin('calendarLetters as l', (join) =>
      join.onRef('l.meetingId', '=', 'm.id').onRef('l.email', '=', 'p.email'),
    )
    .select('m.id')
    .where('m.id', '=', given.meetingId)
    .where('m.organizerId', 'is not', null)
    .where('p.email', '=', given.email)
    .where('p.retiredOn', 'is', null)
    .where('m.startsAt', '>', given.now)
    .where((eb) =>
      eb.or([
        eb('l.email', 'is not', null),
        eb.and([
          eb('m.status', '=', 'scheduled'),
          eb.or([
            eb('m.seriesId', 'is', null),
            eb(
              'm.startsAt',
              '<',
              sql<Date>`${given.now}::timestamptz + make_interval(days => ${sql.lit(seriesDays)})`,
            ),
          ]),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('m.status', '=', 'cancelled'), eb('i.response', 'is distinct from', 'no')])),
)
