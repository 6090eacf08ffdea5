import { sql } from 'kysely'

import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Of what asked the secretariat about nominations, by its ledger keys, what became of those that are decided. */
export async function endedNominations(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, 'Confirmed' | 'Declined'>> {
  const rows = await decided(db, { keys: [...keys] })
  return new Map(rows.map(({ key, outcome }) => [key, outcome === 'confirmed' ? 'Confirmed' : 'Declined']))
}

const decided = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('nominations as n', (join) => join.on((eb) => eb('n.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select(['k.key', 'n.outcome'])
    .where('n.decidedAt', 'is not', null),
)

/**
 * Of what asked who takes somebody's place, by its ledger keys, what does not ask any more: the change that made it ask
 * was taken back, or they stand for that entity again.
 */
export async function endedSuccessions(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await backAgain(db, { keys: [...keys] })
  return new Set(rows.map(({ key }) => key))
}

const backAgain = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('directoryChanges as c', (join) =>
      join.on((eb) => eb('c.id', '=', keyPart(eb.ref('k.key'), 2))),
    )
    .innerJoin('notices as n', (join) => join.on((eb) => eb('n.key', '=', eb.ref('k.key'))))
    .leftJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'c.recordId').on('c.kind', '=', 'person').on('p.retiredOn', 'is', null),
    )
    .select('k.key')
    .where(({ eb, exists, or, ref, selectFrom }) =>
      or([
        exists(selectFrom('directoryChanges as r').select('r.id').whereRef('r.reverts', '=', 'c.id')),
        eb('n.subject', '=', sql<string>`concat('entity:', ${ref('p.entityId')})`),
      ]),
    ),
)

/** The entities that somebody stood for. */
export async function entitiesLeft(db: Db, personId: number): Promise<readonly number[]> {
  const rows = await left(db, { personId })
  return rows.flatMap(({ entityId }) => entityId ?? [])
}

const left = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('directoryChanges as c')
    .innerJoin('people as p', 'p.id', 'c.recordId')
    .select(({ ref }) =>
      sql<number | null>`coalesce((${ref('c.before')}->>'entityId')::int, ${ref('p.entityId')})`.as(
        'entityId',
      ),
    )
    .distinct()
    .where('c.kind', '=', 'person')
    .where('c.recordId', '=', given.personId),
)
