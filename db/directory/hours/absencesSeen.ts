import type { Caller } from '../../../src/core/feature/caller.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Days on which somebody is away, as a colleague sees them. */
export interface OthersAbsence extends Period {
  readonly name: string
  readonly entity: string | null
  /** Who is asked in their place. */
  readonly alternate: string | null
}

/**
 * Absences that touch a period, the earliest first, as far as somebody may see them: their own, those of their entity and
 * of whoever named them as alternate; the secretariat sees all.
 */
export async function absencesSeen(
  db: Db,
  { personId, entityId, isSecretariat }: Pick<Caller, 'personId' | 'entityId' | 'isSecretariat'>,
  { from, to }: Period,
): Promise<readonly OthersAbsence[]> {
  return seen(db, { personId, entityId, isSecretariat, from, to })
}

const seen = statement(
  (db, given: Params<Period & { personId: number; entityId: number | null; isSecretariat: boolean }>) =>
    db
      .selectFrom('personAway as a')
      .innerJoin('people as p', 'p.id', 'a.personId')
      .leftJoin('entities as e', 'e.id', 'p.entityId')
      .leftJoin('people as o', 'o.id', 'a.alternateId')
      .select(['p.name', 'e.acronym as entity', 'o.name as alternate'])
      .select(['a.firstDay as from', 'a.lastDay as to'])
      .where(({ or, eb }) => or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', day(given.from))]))
      .where('a.firstDay', '<=', day(given.to))
      .where('a.lastDay', '>=', day(given.from))
      .where(({ or, eb, val }) =>
        or([
          eb(val(given.isSecretariat), '=', true),
          eb('a.personId', '=', given.personId),
          eb('a.alternateId', '=', given.personId),
          eb('p.entityId', '=', given.entityId),
        ]),
      )
      .orderBy('a.firstDay')
      .orderBy('p.name')
      .limit(200),
)
