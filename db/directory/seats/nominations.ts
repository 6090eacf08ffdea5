import type { Nominations } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type Nominee = Pick<
  Nominations,
  'id' | 'groupId' | 'entityId' | 'seat' | 'personId' | 'fromOn' | 'source' | 'nominatedBy'
>

/** Keeps a nomination until the secretariat decides; undefined where the same waits already. */
export async function addNomination(
  trx: Trx,
  nominee: Omit<Nominee, 'id'>,
  now: Date,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('nominations')
    .values({ ...nominee, nominatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** A nomination that waits, with its names, held until the transaction ends. */
export async function lockNomination(
  trx: Trx,
  id: number,
): Promise<
  (Nominee & { readonly group: string; readonly entity: string; readonly name: string }) | undefined
> {
  return trx
    .selectFrom('nominations as n')
    .innerJoin('workingGroups as g', 'g.id', 'n.groupId')
    .innerJoin('entities as e', 'e.id', 'n.entityId')
    .innerJoin('people as p', 'p.id', 'n.personId')
    .select(['n.id', 'n.groupId', 'n.entityId', 'n.seat', 'n.personId', 'n.fromOn', 'n.source'])
    .select(['n.nominatedBy', 'g.acronym as group', 'e.acronym as entity', 'p.name'])
    .where('n.id', '=', id)
    .where('n.decidedAt', 'is', null)
    .forUpdate('n')
    .executeTakeFirst()
}

/** What became of a nomination, by whom and in which group; undefined where none has this number or it waits. */
export async function decidedNomination(db: Db, id: number) {
  const [row] = await decided(db, { id })
  return row
}

const decided = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('nominations as n')
    .innerJoin('workingGroups as g', 'g.id', 'n.groupId')
    .innerJoin('people as p', 'p.id', 'n.decidedBy')
    .select(['n.outcome', 'p.name as by', 'g.acronym as group'])
    .where('n.id', '=', given.id)
    .where('n.decidedAt', 'is not', null),
)

export async function decideNomination(
  trx: Trx,
  id: number,
  decided: {
    readonly outcome: NonNullable<Nominations['outcome']>
    readonly by: number
    readonly now: Date
    readonly reason: string | null
  },
): Promise<void> {
  await trx
    .updateTable('nominations')
    .set({
      outcome: decided.outcome,
      decidedBy: decided.by,
      decidedAt: decided.now,
      reason: decided.reason,
    })
    .where('id', '=', id)
    .execute()
}

/**
 * Lets a nomination wait again whose confirmation at that moment is taken back; undefined where the seat was filled
 * without one, or where the same was nominated again meanwhile.
 */
export async function reopenNomination(
  trx: Trx,
  { groupId, entityId, seat, personId }: Pick<Nominee, 'groupId' | 'entityId' | 'seat' | 'personId'>,
  confirmedAt: Date,
): Promise<Pick<Nominee, 'id' | 'groupId' | 'fromOn' | 'nominatedBy'> | undefined> {
  return trx
    .updateTable('nominations as n')
    .set({ outcome: null, decidedBy: null, decidedAt: null, reason: null })
    .where(({ and }) =>
      and({ groupId, entityId, seat, personId, outcome: 'confirmed', decidedAt: confirmedAt }),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('nominations as o')
            .select('o.id')
            .where(({ and }) => and({ groupId, entityId, seat, personId }))
            .where('o.decidedAt', 'is', null),
        ),
      ),
    )
    .returning(['n.id', 'n.groupId', 'n.fromOn', 'n.nominatedBy'])
    .executeTakeFirst()
}
