import { type Expression, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Room } from '../../../src/core/address.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import type { DueQuery } from '../../../src/core/feature/rule.ts'
import type { Invitations } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames, isOneOf } from '../joint/groups.ts'
import type { Response } from '../tally.ts'
import type { LeadScope } from './ahead.ts'
import { type LeadsQuery, spanOf } from './leads.ts'
import { lastLeads } from './roomLeads.ts'
import { unsentLeads } from './unsentLeads.ts'

/** A meeting still ahead, with the lead that came last. */
interface DueMeeting {
  readonly key: string
  /** `meeting:12`. */
  readonly subject: string
  readonly meetingId: number
  readonly title: string
  readonly groupAcronym: string | null
  readonly startsAt: Date
  readonly place: string | null
  readonly link: string | null
  /** Who called it. */
  readonly organizer: string
  readonly lead: Lead
}

/** One reminder that is due to a person. */
export interface DueReminder extends DueMeeting {
  readonly response: Response | null
  readonly as: Invitations['as']
  readonly personId: number
  /** The reader's IANA zone. */
  readonly zone: string
}

/** One reminder that is due in a group's room. */
export interface DueRoomReminder extends DueMeeting {
  readonly room: Room
  /** The meeting's IANA zone. */
  readonly zone: string
}

/**
 * Reminders due at `now` and not yet in the ledger; their keys begin with `rule`. A lead that had passed when the
 * time of the meeting was set is left out.
 */
export async function dueReminders(
  db: Db,
  rule: string,
  { now, moments, limit }: DueQuery,
): Promise<readonly DueReminder[]> {
  return toPeople(db, { rule, ...spanOf(moments), now, limit })
}

/** As `dueReminders`, for the rooms of the groups that meet. */
export async function dueRoomReminders(
  db: Db,
  rule: string,
  { now, moments, limit }: DueQuery,
): Promise<readonly DueRoomReminder[]> {
  return toRooms(db, { rule, ...spanOf(moments), now, limit })
}

const toPeople = statement((db, given: Params<LeadsQuery>) =>
  toInvited(db, given, { whose: 'own' }).orderBy('due.startsAt').orderBy('due.personId').limit(given.limit),
)

/** What each person invited who has not declined is to be told and was not, with the lead `due` that came last. */
export function toInvited(db: QueryBuilder, given: Params<LeadsQuery>, narrowed: LeadScope) {
  return (
    unsentLeads(db, given, narrowed)
      // Before anything is looked up of them.
      .with('untold', (query) =>
        query
          .selectFrom('last as due')
          .selectAll('due')
          .where(({ not, ref }) => not(isRecorded(db, ref('due.key')))),
      )
      .selectFrom('untold as due')
      .innerJoin('meetings as m', 'm.id', 'due.id')
      .innerJoin('people as p', 'p.id', 'due.personId')
      .innerJoin('invitations as i', (join) =>
        join.onRef('i.meetingId', '=', 'due.id').onRef('i.personId', '=', 'due.personId'),
      )
      .innerJoin('people as o', 'o.id', 'm.organizerId')
      .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
      .select(['m.id as meetingId', 'm.title', 'm.startsAt', 'm.place', 'o.name as organizer'])
      .select(['m.link', 'i.response', 'i.as', 'p.id as personId', 'p.zone', 'due.key'])
      .select(({ ref }) => [
        groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'),
        sql<string>`concat('meeting:', ${ref('m.id')})`.as('subject'),
        leadOf(ref).as('lead'),
      ])
  )
}

const toRooms = statement((db, given: Params<LeadsQuery>) =>
  db
    .with('keyed', () =>
      dueMeetings(db, given)
        .innerJoin('rooms as r', (join) =>
          join
            .on(({ ref }) => isOneOf(ref('r.groupId'), ref('m.groups')))
            .on('r.fault', 'is', null)
            .onRef('r.boundAt', '<=', 'due.dueAt'),
        )
        // A room may be that of several groups that meet.
        .distinctOn(['m.id', 'r.platform', 'r.tenant', 'r.channel'])
        .select('m.zone')
        .select(({ ref }) => {
          const room = { platform: ref('r.platform'), tenant: ref('r.tenant'), channel: ref('r.channel') }
          return [
            jsonBuildObject(room).as('room'),
            sql<string>`concat_ws(':', ${given.rule}::text, ${ref('m.id')}, ${ref('m.sequence')}, ${ref('due.name')},
              ${room.platform}, ${room.tenant}, ${room.channel})`.as('key'),
          ]
        }),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ not, ref }) => not(isRecorded(db, ref('k.key'))))
    .orderBy('k.startsAt')
    .orderBy('k.key')
    .limit(given.limit),
)

function leadOf(ref: (name: 'due.name' | 'due.days' | 'due.minutes') => Expression<unknown>) {
  return sql<Lead>`json_build_object('name', ${ref('due.name')}, 'days', ${ref('due.days')}, 'minutes', ${ref('due.minutes')})`
}

/** Whether a notice of this key stands in the ledger: looked up by the key, so that the ledger is never read whole. */
export function isRecorded(db: QueryBuilder, key: Expression<string>) {
  const notice = db.selectFrom('notices as n').select('n.id').where('n.key', '=', key)
  return sql<boolean>`(${notice}) is not null`
}

/** Meetings `m` ahead, their groups `g`, and the lead that came last as `due`. */
function dueMeetings(db: QueryBuilder, given: Params<LeadsQuery>) {
  return db
    .with('due', () => lastLeads(db, given))
    .selectFrom('due')
    .innerJoin('meetings as m', 'm.id', 'due.id')
    .innerJoin('people as o', 'o.id', 'm.organizerId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['m.id as meetingId', 'm.title', 'm.startsAt', 'm.place', 'm.link', 'o.name as organizer'])
    .select(({ ref }) => [
      groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'),
      sql<string>`concat('meeting:', ${ref('m.id')})`.as('subject'),
      leadOf(ref).as('lead'),
    ])
}
