import { sql } from 'kysely'

import { standIn } from '../../directory/hours/standIn.ts'
import type { Newsletters } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, utcDay } from '../../store/expressions.ts'
import { type Given, statement } from '../../store/statement.ts'

/** Somebody of an entity of which nothing came yet for an issue that is called for. */
export interface SilentPerson
  extends Readonly<Pick<Newsletters, 'number' | 'periodFrom' | 'periodTo' | 'closesAt'>> {
  readonly newsletterId: number
  readonly entityId: number
  readonly entity: string
  readonly personId: number
  readonly name: string
  /** IANA zone. */
  readonly zone: string
  readonly away: boolean
  /** 1 for the one who is called first; whoever is away comes last. */
  readonly place: number
  readonly note: string | null
  readonly openedBy: string
  /** When the first call goes out. */
  readonly beginsAt: Date
}

/**
 * People of entities that have neither sent anything to an open issue nor said that there is nothing to report, for
 * every issue that is called for.
 */
export async function silentPeople(db: Db, now: Date): Promise<readonly SilentPerson[]> {
  return silent(db, { now })
}

const silent = statement((db, { now }: Given<{ now: Date }>) =>
  db
    .selectFrom('newsletters as n')
    .innerJoin('newsletterCalls as c', (join) =>
      join.onRef('c.newsletterId', '=', 'n.id').on('c.enabled', 'is', true),
    )
    .innerJoin('entities as e', (join) =>
      join
        .on('e.kind', 'in', ['member', 'observer'])
        .on((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', utcDay(now))])),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.entityId', '=', 'e.id').on('p.retiredOn', 'is', null).on('p.isSecretariat', 'is', false),
    )
    .leftJoin('calledFirst as f', (join) =>
      join.onRef('f.entityId', '=', 'e.id').onRef('f.personId', '=', 'p.id'),
    )
    .innerJoin('people as o', 'o.id', 'n.openedBy')
    .select([
      'o.name as openedBy',
      'n.id as newsletterId',
      'n.number',
      'n.periodFrom',
      'n.periodTo',
      'n.closesAt',
    ])
    .select(['c.note', 'c.beginsAt', 'e.id as entityId', 'e.acronym as entity'])
    .select(['p.id as personId', 'p.name', 'p.zone'])
    .select(({ eb, exists, ref, selectFrom }) => {
      const today = sql<string>`(${now}::timestamptz at time zone ${ref('p.zone')})::date`
      const away = exists(
        selectFrom('personAway as a')
          .select('a.id')
          .whereRef('a.personId', '=', 'p.id')
          .where('a.firstDay', '<=', day(today))
          .where('a.lastDay', '>=', day(today))
          .where(({ ref: of }) => {
            const whose = { alternateId: of('a.alternateId'), entityId: of('p.entityId'), today: day(today) }
            return sql<boolean>`${standIn(db, whose)} is null`
          }),
      )
      return [
        sql<number>`row_number() over (partition by ${ref('n.id')}, ${ref('e.id')}
          order by ${away}, ${eb('f.entityId', 'is', null)}, ${ref('p.isCoordinator')} desc, ${ref('p.name')}, ${ref('p.id')})`.as(
          'place',
        ),
        sql<boolean>`${away}`.as('away'),
      ]
    })
    .where('n.status', '=', 'open')
    .where('n.closesAt', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('updates as u')
            .select('u.id')
            .whereRef('u.newsletterId', '=', 'n.id')
            .whereRef('u.entityId', '=', 'e.id')
            .where('u.status', 'in', ['proposed', 'accepted', 'returned', 'merged']),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('newsletterPasses as x')
            .select('x.entityId')
            .whereRef('x.newsletterId', '=', 'n.id')
            .whereRef('x.entityId', '=', 'e.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('newsletterUncalled as o')
            .select('o.entityId')
            .whereRef('o.newsletterId', '=', 'n.id')
            .whereRef('o.entityId', '=', 'e.id'),
        ),
      ),
    )
    .orderBy('n.id')
    .orderBy('e.acronym')
    .orderBy('p.id'),
)
