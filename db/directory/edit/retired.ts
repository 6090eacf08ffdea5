import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { inForce } from './inForce.ts'

/** A record that was retired, by the change that did it; undefined where nothing of the history did. */
export interface RetiredRecord {
  readonly id: number
  readonly name: string
  readonly on: Day
  readonly change: number | undefined
}

/** The retired person of an e-mail address, and the entity for which they stood. */
export async function retiredPersonWith(
  db: Db,
  email: string,
): Promise<(RetiredRecord & { readonly entityId: number | null }) | undefined> {
  const found = await db
    .selectFrom('people')
    .select(['id', 'name', 'entityId', 'retiredOn as on'])
    .where('email', '=', email)
    .where('retiredOn', 'is not', null)
    .executeTakeFirst()
  if (!found || found.on === null) return undefined
  return { ...found, on: found.on, change: await retirementOf(db, 'person', found.id) }
}

/** The retired entity or group with an acronym. */
export async function retiredWithAcronym(
  db: Db,
  kind: 'entity' | 'group',
  acronym: string,
): Promise<RetiredRecord | undefined> {
  const found = await db
    .selectFrom(kind === 'entity' ? 'entities' : 'workingGroups')
    .select(['id', 'acronym as name', 'retired as on'])
    .where(({ eb, fn }) => eb(fn('lower', ['acronym']), '=', acronym.toLowerCase()))
    .where('retired', 'is not', null)
    .executeTakeFirst()
  if (!found || found.on === null) return undefined
  return { ...found, on: found.on, change: await retirementOf(db, kind, found.id) }
}

/** The change in force by which a record is retired. */
async function retirementOf(
  db: Db,
  kind: 'person' | 'entity' | 'group',
  recordId: number,
): Promise<number | undefined> {
  const changes = await db
    .selectFrom('directoryChanges')
    .select(['id', 'reverts', 'after'])
    .where('kind', '=', kind)
    .where('recordId', '=', recordId)
    .orderBy('id')
    .execute()
  const column = kind === 'person' ? 'retiredOn' : 'retired'
  return inForce(changes).findLast(({ after }) => typeof Object(after)[column] === 'string')?.id
}

/** Somebody in office with an address. */
export async function personWithAddress(
  db: Db,
  email: string,
): Promise<{ readonly id: number; readonly name: string; readonly entityId: number | null } | undefined> {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'entityId'])
    .where('email', '=', email)
    .where('retiredOn', 'is', null)
    .executeTakeFirst()
}
