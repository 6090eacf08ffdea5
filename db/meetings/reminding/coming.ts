import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import { keyPart, keysIn } from '../../ledger/keyPart.ts'
import type { Invitations } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { type LeadsQuery, leadsOfPeople, spanOf } from './leads.ts'
import { meetingsOfKeys } from './meetingsOfKeys.ts'

/** The next reminder of a meeting that somebody gets. */
export interface ComingReminder extends Readonly<Pick<Invitations, 'as'>> {
  readonly at: Date
  readonly meetingId: number
  readonly title: string
  readonly groupAcronym: string | null
  readonly startsAt: Date
  readonly personId: number
  /** The person's IANA zone. */
  readonly zone: string
  /** Minutes before the meeting at which it comes, on any day. */
  readonly punctual: boolean
}

/** What will be said of meetings ahead, soonest first and the next of each meeting alone: to one person, or to anybody. */
export async function comingReminders(
  db: Db,
  leads: readonly Lead[],
  { now, limit, personId }: { readonly now: Date; readonly limit: number; readonly personId: number | null },
): Promise<readonly ComingReminder[]> {
  // Somebody who looks at what is coming wants to see further than the next week.
  const { leads: records, horizonDays } = spanOf(leads)
  return coming(db, { leads: records, horizonDays: horizonDays + 60, now, limit, personId })
}

const coming = statement((db, given: Params<Omit<LeadsQuery, 'rule'> & { personId: number | null }>) => {
  const next = db
    .selectFrom(leadsOfPeople(db, given).as('d'))
    .distinctOn(['d.id', 'd.personId'])
    .select(['d.id', 'd.personId', 'd.dueAt', 'd.days'])
    .where('d.dueAt', '>', given.now)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('d.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('d.id')
    .orderBy('d.personId')
    .orderBy('d.dueAt')
  return db
    .selectFrom(next.as('c'))
    .innerJoin('meetings as m', 'm.id', 'c.id')
    .innerJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').onRef('i.personId', '=', 'c.personId'),
    )
    .innerJoin('people as p', 'p.id', 'c.personId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['c.dueAt as at', 'm.id as meetingId', 'm.title', 'm.startsAt'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'))
    .select(['i.as', 'p.id as personId', 'p.zone'])
    .select((eb) => eb('c.days', '=', 0).$castTo<boolean>().as('punctual'))
    .orderBy('c.dueAt')
    .orderBy('m.id')
    .orderBy('p.id')
    .limit(given.limit)
})

/** Of reminders by their ledger keys, those whose meeting still stands as it did then. */
export async function standingMeetingReminders(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await standing(db, { keys: [...keys], now })
  return keysIn(rows)
}

const standing = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  meetingsOfKeys(db, given.keys)
    .innerJoin('invitations as i', (join) =>
      join
        .onRef('i.meetingId', '=', 'm.id')
        .on((eb) => eb('i.personId', '=', keyPart(eb.ref('k.key'), 5)))
        .on('i.response', 'is distinct from', 'no'),
    )
    .select('k.key')
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', given.now),
)
