import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Db, Trx } from '../../store/db.ts'
import { jsonList, utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { reportsOn } from '../calls/reporting.ts'

/** What became of the updates of an issue, whoever sent them; those withdrawn or merged into others are left out. */
export interface UpdateTally {
  readonly proposed: number
  readonly accepted: number
  readonly returned: number
}

export interface Contribution {
  readonly entity: string
  /** Updates that its people sent, also those that were returned to them. */
  readonly sent: number
  /** Those of them that wait for a decision or were accepted. */
  readonly standing: number
  /** Updates of others that name it. */
  readonly named: number
  readonly passed: boolean
}

export interface Contributions extends UpdateTally {
  /** Members and observers of today, or of the day on which it closed, also those of whom there is nothing; others that sent something. */
  readonly entities: readonly Contribution[]
  /** Updates that wait for a decision or were accepted and whose author belongs to no entity. */
  readonly ofNobody: number
}

/** What came for an issue, by entity. */
export async function contributions(db: Db, newsletterId: number, now: Date): Promise<Contributions> {
  const [row] = await counted(db, { newsletterId, now })
  return row ?? { proposed: 0, accepted: 0, returned: 0, ofNobody: 0, entities: [] }
}

const counted = statement((db, given: Params<{ newsletterId: number; now: Date }>) => {
  const closed = db.selectFrom('newsletters').select('closesAt').where('id', '=', given.newsletterId)
  const on = utcDay(sql<Date>`least(${given.now}::timestamptz, (${closed}))`)
  return db
    .with('items', () =>
      db
        .selectFrom('updates as u')
        .innerJoin('updateVersions as v', (join) =>
          join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
        )
        .select(['u.id', 'u.status', 'u.entityId', 'v.entities'])
        .where('u.newsletterId', '=', given.newsletterId)
        .where('u.status', 'in', ['proposed', 'accepted', 'returned']),
    )
    .with('sentBy', (query) =>
      query
        .selectFrom('items as i')
        .select(({ fn }) => [
          'i.entityId',
          fn.countAll<number>().as('sent'),
          fn.countAll<number>().filterWhere('i.status', '<>', 'returned').as('standing'),
        ])
        .groupBy('i.entityId'),
    )
    .with('naming', (query) =>
      query
        .selectFrom('items as i')
        .select(({ fn, ref }) => [
          sql<string>`unnest(${ref('i.entities')})`.as('acronym'),
          'i.entityId',
          fn.countAll<number>().as('named'),
        ])
        .groupBy(['acronym', 'i.entityId']),
    )
    .with('rows', (query) =>
      query
        .selectFrom('entities as e')
        .leftJoin('sentBy as s', 's.entityId', 'e.id')
        .leftJoin('newsletterPasses as x', (join) =>
          join.onRef('x.entityId', '=', 'e.id').on('x.newsletterId', '=', given.newsletterId),
        )
        .select(({ eb, fn, ref, selectFrom }) => {
          const others = selectFrom('naming as n')
            .select(({ fn: f }) => f.sum<number>('n.named').as('named'))
            .whereRef('n.acronym', '=', 'e.acronym')
            .where((on) => on('n.entityId', 'is distinct from', on.ref('e.id')))
          return [
            'e.acronym as entity',
            fn.coalesce(ref('s.sent'), sql<number>`0`).as('sent'),
            fn.coalesce(ref('s.standing'), sql<number>`0`).as('standing'),
            sql<number>`coalesce(${others}, 0)`.as('named'),
            eb('x.entityId', 'is not', null).as('passed'),
          ]
        })
        .where((eb) => eb.or([reportsOn(eb, on), eb('s.sent', '>', 0), eb('x.entityId', 'is not', null)])),
    )
    .selectFrom('items as i')
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().filterWhere('i.status', '=', 'proposed').as('proposed'),
      fn.countAll<number>().filterWhere('i.status', '=', 'accepted').as('accepted'),
      fn.countAll<number>().filterWhere('i.status', '=', 'returned').as('returned'),
      fn
        .countAll<number>()
        .filterWhere('i.entityId', 'is', null)
        .filterWhere('i.status', '<>', 'returned')
        .as('ofNobody'),
      jsonList(
        selectFrom('rows as r').select(({ fn: f, ref }) =>
          f
            .jsonAgg(
              jsonBuildObject({
                entity: ref('r.entity'),
                sent: ref('r.sent'),
                standing: ref('r.standing'),
                named: ref('r.named'),
                passed: sql<boolean>`${ref('r.passed')}`,
              }),
            )
            .orderBy(f('lower', ['r.entity']))
            .as('list'),
        ),
      ).as('entities'),
    ])
})

interface Pass {
  readonly newsletterId: number
  readonly entityId: number
  readonly by: number
}

/** Records that an entity has nothing to report; false when that was on record already. */
export async function recordPass(trx: Trx, pass: Pass, now: Date): Promise<boolean> {
  const recorded = await record(trx, { ...pass, now })
  return recorded.length > 0
}

const record = statement((db, given: Params<Pass & { now: Date }>) =>
  db
    .insertInto('newsletterPasses')
    .values({
      newsletterId: given.newsletterId,
      entityId: given.entityId,
      passedBy: given.by,
      passedAt: given.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entityId'),
)

/** Takes that back; false when there was nothing to take back. */
export async function dropPass(trx: Trx, pass: Omit<Pass, 'by'>): Promise<boolean> {
  const dropped = await drop(trx, pass)
  return dropped.length > 0
}

const drop = statement((db, given: Params<Omit<Pass, 'by'>>) =>
  db
    .deleteFrom('newsletterPasses')
    .where('newsletterId', '=', given.newsletterId)
    .where('entityId', '=', given.entityId)
    .returning('entityId'),
)
