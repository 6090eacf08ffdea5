import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { statement } from '../../store/statement.ts'

/** What a directory has of each of the things that it is built from, in the order in which they are put in. */
export interface FirstSteps {
  readonly entities: boolean
  readonly groups: boolean
  /** Anybody but the secretariat. */
  readonly people: boolean
  readonly roles: boolean
  readonly rooms: boolean
  /** Whether a meeting was ever scheduled. */
  readonly inUse: boolean
}

/** Which of the first steps are done. Each reads one row at the most. */
export async function firstSteps(db: Db): Promise<FirstSteps> {
  const [steps] = await done(db, {})
  return steps ?? { entities: false, groups: false, people: false, roles: false, rooms: false, inUse: false }
}

const done = statement((db) =>
  db.selectNoFrom(({ exists, selectFrom }) => [
    exists(selectFrom('entities').select('id')).$castTo<boolean>().as('entities'),
    exists(selectFrom('workingGroups').select('id')).$castTo<boolean>().as('groups'),
    exists(selectFrom('people').select('id').where('isSecretariat', 'is', false))
      .$castTo<boolean>()
      .as('people'),
    exists(selectFrom('roles').select('id')).$castTo<boolean>().as('roles'),
    exists(selectFrom('rooms').select(sql<number>`1`.as('one')))
      .$castTo<boolean>()
      .as('rooms'),
    exists(selectFrom('meetings').select('id')).$castTo<boolean>().as('inUse'),
  ]),
)
