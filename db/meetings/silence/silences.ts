import { sql } from 'kysely'

import type { Entities, SilenceProcedures, WorkingGroups } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { isMissing } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { reachedAt } from './reachedAt.ts'

export interface Silence
  extends Readonly<
    Pick<
      SilenceProcedures,
      'id' | 'groupId' | 'body' | 'closesAt' | 'zone' | 'status' | 'brokenReason' | 'decidedAt' | 'openedAt'
    >
  > {
  readonly groupAcronym: WorkingGroups['acronym']
  readonly brokenEntity: Entities['acronym'] | null
}

export type NewSilence = Pick<Silence, 'groupId' | 'body' | 'closesAt' | 'zone'> & {
  readonly openedBy: number
}

/** Returns its number. */
export async function openSilence(trx: Trx, silence: NewSilence, now: Date): Promise<number> {
  const [row] = await open(trx, { ...silence, now })
  if (!row) throw new Error('the procedure was not opened')
  return row.id
}

const open = statement((db, given: Params<NewSilence & { now: Date }>) =>
  db
    .insertInto('silenceProcedures')
    .values({
      groupId: given.groupId,
      body: given.body,
      closesAt: given.closesAt,
      zone: given.zone,
      status: 'open',
      openedBy: given.openedBy,
      openedAt: given.now,
    })
    .returning('id'),
)

export async function silenceById(db: Db, id: number): Promise<Silence | undefined> {
  const [row] = await byId(db, { id })
  return row
}

const byId = statement((db, given: Params<{ id: number }>) => silenceRows(db).where('s.id', '=', given.id))

/** The procedure of a number, locked until the transaction ends. */
export async function lockSilence(trx: Trx, id: number): Promise<Silence | undefined> {
  const [row] = await locked(trx, { id })
  return row
}

const locked = statement((db, given: Params<{ id: number }>) =>
  silenceRows(db).where('s.id', '=', given.id).forUpdate('s'),
)

/** The latest procedures first, of these groups or of all. */
export async function listSilences(
  db: Db,
  groupIds: readonly number[] | null,
  limit: number,
): Promise<readonly Silence[]> {
  return listed(db, { groupIds, limit })
}

const listed = statement((db, given: Params<{ groupIds: readonly number[] | null; limit: number }>) =>
  silenceRows(db)
    .where(({ eb, ref }) =>
      eb.or([
        isMissing(given.groupIds, 'int[]'),
        sql<boolean>`${ref('s.groupId')} = any(${given.groupIds}::int[])`,
      ]),
    )
    .orderBy('s.id', 'desc')
    .limit(given.limit),
)

function silenceRows(db: QueryBuilder) {
  return db
    .selectFrom('silenceProcedures as s')
    .innerJoin('workingGroups as g', 'g.id', 's.groupId')
    .leftJoin('entities as e', 'e.id', 's.brokenEntity')
    .select(['s.id', 's.groupId', 's.body', 's.closesAt', 's.zone', 's.status', 's.brokenReason'])
    .select(['s.decidedAt', 's.openedAt', 'g.acronym as groupAcronym', 'e.acronym as brokenEntity'])
}

interface Breach {
  readonly id: number
  readonly by: number
  readonly entityId: number
  readonly reason: string
}

/** Records that an entity has broken the silence. */
export async function breakSilence(trx: Trx, breach: Breach, now: Date): Promise<void> {
  await broken(trx, { ...breach, now })
}

const broken = statement((db, given: Params<Breach & { now: Date }>) =>
  db
    .updateTable('silenceProcedures')
    .set({
      status: 'broken',
      brokenBy: given.by,
      brokenEntity: given.entityId,
      brokenReason: given.reason,
      decidedAt: given.now,
    })
    .where('id', '=', given.id),
)

/** Moves the deadline of an open procedure. */
export async function setSilenceEnd(trx: Trx, id: number, closesAt: Date): Promise<void> {
  await endSet(trx, { id, closesAt })
}

const endSet = statement((db, given: Params<{ id: number; closesAt: Date }>) =>
  db.updateTable('silenceProcedures').set({ closesAt: given.closesAt }).where('id', '=', given.id),
)

/** Who was told of a procedure, and when it reached them: null while it has not. */
export async function circulation(
  db: Db,
  id: number,
): Promise<
  readonly { readonly name: string; readonly entity: string | null; readonly sentAt: Date | null }[]
> {
  return circulated(db, { subject: `silence:${id}` })
}

const circulated = statement((db, given: Params<{ subject: string }>) =>
  db
    .selectFrom('notices as n')
    .innerJoin('people as p', 'p.id', 'n.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['p.name', 'e.acronym as entity'])
    .select(({ ref }) => reachedAt(ref('n.id'), ref('n.state'), ref('n.sentAt')).as('sentAt'))
    .where('n.subject', '=', given.subject)
    // Each by an index of its own: the ledger is never read whole.
    .where(({ eb }) => eb.or([eb('n.kind', '=', 'silence'), eb('n.rule', '=', 'silence')]))
    .where('n.personId', 'is not', null)
    .where(({ ref }) => sql<boolean>`starts_with(${ref('n.key')}, ${given.subject}::text || ':')`)
    .orderBy('p.name')
    .limit(500),
)
