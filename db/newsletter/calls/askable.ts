import { type Expression, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { leadersOf } from '../../directory/terms/leaders.ts'
import type { Db } from '../../store/db.ts'
import { jsonList, utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { callees, isLeftOut, isSilent } from './callees.ts'
import { isGroupSilent } from './groupSilent.ts'
import { reportsOn } from './reporting.ts'

interface Person {
  readonly id: number
  readonly name: string
}

/** An entity or a group that can be asked what it has for an issue, with those who answer for it. */
export interface Askable {
  readonly id: number
  readonly acronym: string
  /** Whether nothing has come of it for the issue, not even that there is nothing. */
  readonly silent: boolean
  /** Whether the secretariat left it out of the calls. */
  readonly leftOut: boolean
  readonly people: readonly Person[]
  /** Whether somebody of the secretariat, which is never called, is of it. */
  readonly inHouse: boolean
  /** When it was last asked, by a nudge or by a call; null where it never was. */
  readonly askedAt: Date | null
}

interface AskableQuery {
  readonly newsletterId: number
  readonly now: Date
}

/** Every entity that is called, with the one person who is called first. */
export async function askableEntities(db: Db, asked: AskableQuery): Promise<readonly Askable[]> {
  return entities(db, asked)
}

const entities = statement((db, { newsletterId, now }: Params<AskableQuery>) =>
  db
    .selectFrom('entities as e')
    .select(['e.id', 'e.acronym'])
    .select(({ ref, selectFrom }) => [
      sql<boolean>`${isSilent(db, newsletterId, ref('e.id'))}`.as('silent'),
      sql<boolean>`${isLeftOut(db, newsletterId, ref('e.id'))}`.as('leftOut'),
      sql<boolean>`exists (${selectFrom('people as s')
        .select('s.id')
        .whereRef('s.entityId', '=', 'e.id')
        .where('s.isSecretariat', 'is', true)
        .where('s.retiredOn', 'is', null)})`.as('inHouse'),
      jsonList(
        selectFrom(callees(db, now).as('p'))
          .whereRef('p.entityId', '=', 'e.id')
          .where('p.place', '=', 1)
          .select(({ ref: of }) =>
            sql<Person[]>`json_agg(json_build_object('id', ${of('p.personId')}, 'name', ${of('p.name')}))`.as(
              'list',
            ),
          ),
      ).as('people'),
      sql<Date | null>`greatest(${selectFrom('newsletterNudges as d')
        .select(({ fn }) => fn.max('d.nudgedAt').as('at'))
        .where('d.newsletterId', '=', newsletterId)
        .whereRef('d.entityId', '=', 'e.id')}, ${calledAt(db, newsletterId, ref('e.id'))})`.as('askedAt'),
    ])
    .where((eb) => reportsOn(eb, utcDay(now)))
    .orderBy('e.acronym'),
)

/**
 * When the rules last called an entity for an issue: their keys have the issue and the entity after the rule. What was
 * kept back, or failed, is no call.
 */
function calledAt(db: QueryBuilder, newsletterId: Expression<number>, entity: Expression<number>) {
  return db
    .selectFrom('notices as s')
    .select(({ fn }) => fn.max('s.createdAt').as('at'))
    .where('s.rule', 'in', ['newsletter-call', 'newsletter-reminder', 'newsletter-last-call'])
    .where('s.subject', '=', sql<string>`concat('newsletter:', ${newsletterId}::int)`)
    .where('s.state', '<>', 'dead')
    .where(({ ref }) => sql<boolean>`split_part(${ref('s.key')}, ':', 3) = ${entity}::text`)
}

/** Every group, with those who lead it today. */
export async function askableGroups(
  db: Db,
  asked: AskableQuery & { readonly today: Day },
): Promise<readonly Askable[]> {
  return groups(db, asked)
}

const groups = statement((db, { newsletterId, today }: Params<AskableQuery & { today: Day }>) =>
  db
    .selectFrom('workingGroups as g')
    .innerJoin('newsletters as n', (join) => join.on('n.id', '=', newsletterId))
    .select(['g.id', 'g.acronym'])
    .select(({ ref, selectFrom }) => [
      isGroupSilent(db, {
        issue: ref('n.id'),
        from: ref('n.periodFrom'),
        to: ref('n.periodTo'),
        group: ref('g.id'),
        acronym: ref('g.acronym'),
      }).as('silent'),
      sql<boolean>`false`.as('leftOut'),
      sql<boolean>`false`.as('inHouse'),
      jsonList(
        leadersOf(db, ref('g.id'), today).select(({ ref: of }) =>
          sql<
            Person[]
          >`json_agg(distinct jsonb_build_object('id', ${of('p.id')}, 'name', ${of('p.name')}))`.as('list'),
        ),
      ).as('people'),
      selectFrom('newsletterNudges as d')
        .select(({ fn }) => fn.max('d.nudgedAt').as('at'))
        .where('d.newsletterId', '=', newsletterId)
        .whereRef('d.groupId', '=', 'g.id')
        .$asScalar()
        .as('askedAt'),
    ])
    .where('g.retired', 'is', null)
    .orderBy('g.number'),
)
