import type { Db } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'

export interface Contribution {
  readonly entity: string
  readonly proposed: number
  readonly accepted: number
  readonly returned: number
}

/** How many updates each entity sent to an issue, withdrawn ones left out; members that sent none are listed too. */
export async function contributions(db: Db, newsletterId: number): Promise<readonly Contribution[]> {
  return counted(db, { newsletterId })
}

const counted = statement((db, given: Given<{ newsletterId: number }>) =>
  db
    .selectFrom('entities as e')
    .leftJoin('updates as u', (join) =>
      join.onRef('u.entityId', '=', 'e.id').on('u.newsletterId', '=', given.newsletterId),
    )
    .select(({ fn }) => [
      'e.acronym as entity',
      fn.count<number>('u.id').filterWhere('u.status', '=', 'proposed').as('proposed'),
      fn.count<number>('u.id').filterWhere('u.status', '=', 'accepted').as('accepted'),
      fn.count<number>('u.id').filterWhere('u.status', '=', 'returned').as('returned'),
    ])
    .where('e.kind', 'in', ['member', 'observer'])
    .where('e.retired', 'is', null)
    .groupBy(['e.id', 'e.acronym'])
    .orderBy(({ fn }) => fn('lower', ['e.acronym'])),
)
