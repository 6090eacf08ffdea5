import { sql } from 'kysely'

import type { CalendarSwitches, Meetings, People, WorkingGroups } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { jsonList } from '../../store/expressions.ts'
import { lockWords } from '../../store/locks.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'
import { notOver } from '../upcoming.ts'

export interface CalendarSwitch extends Readonly<Pick<CalendarSwitches, 'isPublic' | 'setAt'>> {
  /** Who switched it. */
  readonly name: People['name']
}

/** How the public page was switched last; undefined as long as nobody did. */
export async function lastSwitch(db: Db): Promise<CalendarSwitch | undefined> {
  const [row] = await last(db, {})
  return row
}

const last = statement((db) =>
  db
    .selectFrom('calendarSwitches as s')
    .innerJoin('people as p', 'p.id', 's.setBy')
    .select(['s.isPublic', 's.setAt', 'p.name'])
    .orderBy('s.id', 'desc')
    .limit(1),
)

/** The same, and nobody else switches it until the transaction ends. */
export async function lockSwitch(trx: Trx): Promise<CalendarSwitch | undefined> {
  await lockWords(trx, 'public calendar')
  return lastSwitch(trx)
}

/** Switches the page and gives the number of the record. */
export async function switchCalendar(trx: Trx, isPublic: boolean, setBy: number, now: Date): Promise<number> {
  const [row] = await add(trx, { isPublic, setBy, now })
  if (!row) throw new Error('the switch of the public calendar was not recorded')
  return row.id
}

const add = statement((db, given: Params<{ isPublic: boolean; setBy: number; now: Date }>) =>
  db
    .insertInto('calendarSwitches')
    .values({ isPublic: given.isPublic, setBy: given.setBy, setAt: given.now })
    .returning('id'),
)

/** What everybody may know of a meeting. */
export interface PublicMeeting
  extends Readonly<Pick<Meetings, 'id' | 'title' | 'kind' | 'startsAt' | 'minutes' | 'zone'>> {
  /** Those that meet, the one that leads first. */
  readonly groups: readonly Readonly<Pick<WorkingGroups, 'acronym' | 'name'>>[]
}

/** The meetings that are scheduled and not over, up to a moment, soonest first. */
export async function publicMeetings(
  db: Db,
  wanted: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly PublicMeeting[]> {
  return ahead(db, wanted)
}

const ahead = statement((db, given: Params<{ now: Date; until: Date; limit: number }>) =>
  db
    .selectFrom('meetings as m')
    .select(['m.id', 'm.title', 'm.kind', 'm.startsAt', 'm.minutes', 'm.zone'])
    .select(({ ref, selectFrom }) =>
      jsonList(
        selectFrom('workingGroups as g')
          .where(({ ref: of }) => isOneOf(of('g.id'), of('m.groups')))
          .select(({ ref: of }) =>
            sql<PublicMeeting['groups']>`json_agg(json_build_object('acronym', ${of('g.acronym')},
              'name', ${of('g.name')}) order by array_position(${ref('m.groups')}, ${of('g.id')}))`.as(
              'list',
            ),
          ),
      ).as('groups'),
    )
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '<', given.until)
    .where((eb) => notOver(eb, given.now))
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(given.limit),
)
