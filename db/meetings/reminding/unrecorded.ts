import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import { standIn } from '../../directory/hours/standIn.ts'
import { leadingRoles } from '../../directory/roleOrder.ts'
import type { Db } from '../../store/db.ts'
import { day, jsonList, utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { groupNames, isOneOf } from '../joint/groups.ts'

/** Somebody who may be asked for the outcome of a meeting. */
export interface OutcomeContact {
  readonly personId: number
  readonly name: string
  /** IANA zone. */
  readonly zone: string
  readonly role: Role
  /** Whether they hold the role themselves, rather than another person of their entity. */
  readonly holds: boolean
  readonly coordinates: boolean
}

/** A meeting that has ended some time ago, with no outcome on record, and what was said of that to whom. */
export interface MeetingWithoutOutcome {
  readonly meetingId: number
  readonly title: string
  readonly group: string
  readonly startsAt: Date
  readonly endedAt: Date
  readonly people: readonly OutcomeContact[]
  readonly questions: readonly OutcomeQuestion[]
}

/** A question for the outcome: when it was sent or is to be sent, and whether it was given up instead. */
interface OutcomeQuestion {
  readonly key: string
  readonly name: string
  readonly at: string
  readonly givenUp: boolean
}

/** Meetings of groups that ended before a moment and not longer ago than two months. */
export async function unrecordedMeetings(
  db: Db,
  rule: string,
  before: Date,
  now: Date,
): Promise<readonly MeetingWithoutOutcome[]> {
  return found(db, { rule, before, now })
}

const found = statement((db, given: Params<{ rule: string; before: Date; now: Date }>) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['m.id as meetingId', 'm.title', 'm.startsAt'])
    .select(({ ref, selectFrom }) => [
      sql<string>`${groupNames(db, ref('m.groups'), ref('g.acronym'))}`.as('group'),
      sql<Date>`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')})`.as('endedAt'),
      jsonList(
        selectFrom('roles as r')
          .innerJoin('people as p', (join) =>
            join
              .on((on) =>
                on.or([on('p.entityId', '=', on.ref('r.entityId')), on('p.id', '=', on.ref('r.personId'))]),
              )
              .on('p.retiredOn', 'is', null),
          )
          .where(({ ref: of }) => isOneOf(of('r.groupId'), of('m.groups')))
          .where('r.during', '@>', utcDay(given.now))
          .where('r.role', 'in', leadingRoles)
          .where(({ not, exists, selectFrom: from }) =>
            not(
              exists(
                from('personAway as a')
                  .select('a.id')
                  .whereRef('a.personId', '=', 'p.id')
                  .where('a.firstDay', '<=', day(utcDay(given.now)))
                  .where('a.lastDay', '>=', day(utcDay(given.now)))
                  .where(({ ref: of }) => {
                    const today = utcDay(given.now)
                    const whose = { alternateId: of('a.alternateId'), entityId: of('p.entityId'), today }
                    return sql<boolean>`${standIn(db, whose)} is null`
                  }),
              ),
            ),
          )
          .select(({ ref: of }) =>
            sql<
              readonly OutcomeContact[]
            >`json_agg(json_build_object('personId', ${of('p.id')}, 'name', ${of('p.name')},
              'zone', ${of('p.zone')}, 'role', ${of('r.role')}, 'coordinates', ${of('p.isCoordinator')},
              'holds', ${of('r.personId')} is null or ${of('r.personId')} = ${of('p.id')}) order by ${of('p.id')})`.as(
              'list',
            ),
          ),
      ).as('people'),
      jsonList(
        selectFrom('notices as n')
          .innerJoin('people as q', 'q.id', 'n.personId')
          .where('n.subject', '=', sql<string>`concat('meeting:', ${ref('m.id')})`)
          .where('n.rule', '=', given.rule)
          .select(({ ref: of }) =>
            sql<
              MeetingWithoutOutcome['questions']
            >`json_agg(json_build_object('key', ${of('n.key')}, 'name', ${of('q.name')},
              'at', coalesce(${of('n.sentAt')}, ${of('n.queuedAt')}), 'givenUp', ${of('n.state')} = 'dead')
              order by coalesce(${of('n.sentAt')}, ${of('n.queuedAt')}))`.as('list'),
          ),
      ).as('questions'),
    ])
    .where((eb) =>
      // One that was only put on record as held has no outcome either.
      eb.or([
        eb('m.status', '=', 'scheduled'),
        eb.and([eb('m.status', '=', 'held'), eb('m.summary', 'is', null)]),
      ]),
    )
    .where('m.startsAt', '<', given.before)
    .where('m.startsAt', '>', sql<Date>`${given.now}::timestamptz - make_interval(days => 60)`)
    .orderBy('m.startsAt')
    .limit(200),
)
