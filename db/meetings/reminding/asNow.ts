import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import type { DueReminder } from './due.ts'

/** Meetings ahead as they are now, by the ledger keys of their reminders. */
export async function remindersAsNow(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<readonly DueReminder[]> {
  return asNow(db, { keys: [...keys], now })
}

/** Whatever its lead was: by now the meeting is nearer than that. */
const passedLead: Lead = { name: 'passed', days: 36_500, minutes: 0 }

const asNow = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('meetings as m', (join) => join.on((eb) => eb('m.id', '=', keyPart(eb.ref('k.key'), 2))))
    .innerJoin('people as p', (join) => join.on((eb) => eb('p.id', '=', keyPart(eb.ref('k.key'), 5))))
    .innerJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').onRef('i.personId', '=', 'p.id'),
    )
    .innerJoin('people as o', 'o.id', 'm.organizerId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['k.key', 'm.id as meetingId', 'm.title', 'm.startsAt', 'm.place', 'o.name as organizer'])
    .select(['m.link', 'i.response', 'i.as', 'p.id as personId', 'p.zone'])
    .select(({ ref }) => [
      groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'),
      sql<string>`concat('meeting:', ${ref('m.id')})`.as('subject'),
      sql<Lead>`${JSON.stringify(passedLead)}::json`.as('lead'),
    ])
    .where('m.startsAt', '>', given.now),
)
