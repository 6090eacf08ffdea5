import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { jsonList } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { maySee, type Viewer } from './visibility/audience.ts'

/** Somebody to whom nothing could be delivered, and why each of their accounts is passed by. */
export interface Unreachable {
  readonly id: number
  readonly name: string
  readonly email: string | null
  /** Whether there is an address that the viewer may not see. */
  readonly emailHidden: boolean
  readonly entity: string | null
  /** Notices that found no way to them since the day asked for. */
  readonly missed: number
  readonly accounts: readonly { readonly platform: string; readonly fault: string | null }[]
}

/** What a notice is given up with that found no way to its person. */
export const noAccountReached = 'no account could be reached'

/** People whom nothing reached lately, by name: all their accounts are at fault, or a notice found none. */
export async function unreachablePeople(
  db: Db,
  since: Date,
  limit: number,
  viewer: Viewer,
): Promise<readonly Unreachable[]> {
  return found(db, { since, limit, ...viewer })
}

const found = statement((db, given: Params<{ since: Date; limit: number } & Viewer>) =>
  db
    .with('missed', () =>
      db
        .selectFrom('notices as n')
        .select(({ fn }) => ['n.personId', fn.countAll<number>().as('count'), fn.max('n.id').as('last')])
        .where('n.state', '=', 'dead')
        .where('n.fault', '=', noAccountReached)
        .where('n.createdAt', '>=', given.since)
        .groupBy('n.personId'),
    )
    .selectFrom('missed as m')
    .innerJoin('people as p', 'p.id', 'm.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['p.id', 'p.name', 'e.acronym as entity', 'm.count as missed'])
    .select(({ ref }) => {
      const may = maySee(db, given, {
        audience: ref('p.emailFor'),
        id: ref('p.id'),
        entityId: ref('p.entityId'),
      })
      return [
        sql<string | null>`case when ${may} then ${ref('p.email')} end`.as('email'),
        sql<boolean>`(${ref('p.email')} is not null and not ${may})`.as('emailHidden'),
      ]
    })
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('identities as i')
          .whereRef('i.personId', '=', 'p.id')
          .select(({ ref }) =>
            sql<
              Unreachable['accounts']
            >`json_agg(json_build_object('platform', ${ref('i.platform')}, 'fault', ${ref('i.fault')}))`.as(
              'list',
            ),
          ),
      ).as('accounts'),
    )
    .where('p.retiredOn', 'is', null)
    // Whom something reached since, is reachable again.
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('notices as n')
            .leftJoin('sent as s', 's.noticeId', 'n.id')
            .select('n.id')
            .whereRef('n.personId', '=', 'p.id')
            .where((eb) => eb.or([eb('n.state', '=', 'sent'), eb('s.noticeId', 'is not', null)]))
            .where('n.id', '>', ref('m.last')),
        ),
      ),
    )
    .orderBy('p.name')
    .limit(given.limit),
)
