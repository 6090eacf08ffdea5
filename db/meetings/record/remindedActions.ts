import { sql } from 'kysely'

import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { actionRows, owners } from './actionRows.ts'
import { type DueAction, dueActionColumns } from './dueActions.ts'

/** Of reminders by their ledger keys, those whose action is open and still theirs. */
export async function standingActions(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await standing(db, { keys: [...keys], now })
  return keysIn(rows)
}

/** Of reminders by their ledger keys, those whose action is open and their reader's, also once it was reopened. */
export async function openActions(db: Db, keys: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await open(db, { keys: [...keys], now })
  return keysIn(rows)
}

const standing = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  ofReaders(db, given).where(({ eb, ref }) => eb('a.turns', '=', keyPart(ref('k.key'), 3))),
)

const open = statement((db, given: Params<{ keys: string[]; now: Date }>) => ofReaders(db, given))

/** Open actions with the keys `k` of their reminders to those who own them. */
function ofReaders(db: QueryBuilder, given: Params<{ keys: string[]; now: Date }>) {
  return actionRows(db)
    .clearSelect()
    .innerJoin(ledgerKeys(given.keys), (join) =>
      join.on((eb) => eb('a.id', '=', keyPart(eb.ref('k.key'), 2))),
    )
    .innerJoinLateral(
      (eb) => owners(eb, given).as('o'),
      (join) => join.on((eb) => eb('o.id', '=', keyPart(eb.ref('k.key'), 5))),
    )
    .select('k.key')
    .where('a.status', '=', 'open')
}

/** Open actions as they are now, by the ledger keys of their reminders. */
export async function actionsAsNow(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<readonly DueAction[]> {
  return reminded(db, { keys: [...keys], now })
}

const reminded = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  ofReaders(db, given)
    .leftJoin('people as setter', 'setter.id', 'a.createdBy')
    .select(dueActionColumns)
    .select(({ ref }) => [
      groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'),
      sql<string>`concat('action:', ${ref('a.id')})`.as('subject'),
    ]),
)

/** The actions that follow from a meeting, by their numbers. */
export async function actionsOfMeeting(db: Db, meetingId: number): Promise<readonly number[]> {
  const rows = await following(db, { meetingId })
  return rows.map(({ id }) => id)
}

const following = statement((db, given: Params<{ meetingId: number }>) =>
  db.selectFrom('actionItems').select('id').where('meetingId', '=', given.meetingId),
)

/** What became of actions that are no longer asked for, by the keys of their reminders. */
export async function settledActions(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await settled(db, { keys: [...keys] })
  return new Map(rows.map(({ key, status }) => [key, became[status]]))
}

const became = { open: 'Handed over', done: 'Done', removed: 'Removed' } as const

const settled = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('actionItems as a', (join) => join.on((eb) => eb('a.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select(['k.key', 'a.status']),
)
