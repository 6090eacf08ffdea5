import { sql } from 'kysely'

import type { MeetingRef } from '../../src/core/option.ts'
import type { Meetings, WorkingGroups } from '../schema.ts'
import type { QueryBuilder } from '../store/statement.ts'
import { groupNames } from './joint/groups.ts'

/** `zone` is the IANA zone in which it was scheduled. */
type Columns = Readonly<
  Pick<
    Meetings,
    | 'kind'
    | 'startsAt'
    | 'minutes'
    | 'zone'
    | 'place'
    | 'link'
    | 'status'
    | 'summary'
    | 'cancelledReason'
    | 'sequence'
    | 'seriesId'
    | 'seriesDay'
    | 'begunAt'
    | 'closedAt'
    | 'participants'
    | 'heldAt'
    | 'putOffFrom'
  >
>

export interface Meeting extends MeetingRef, Columns {
  /** `ETCIP`, or of a joint meeting `ETCIP and PCVE`. */
  readonly groupAcronym: WorkingGroups['acronym'] | null
  /** Acronyms of the entities that attended, once it was held. */
  readonly attended: readonly string[]
}

/** Meetings `m` with their groups `g`, as a `Meeting` each. */
export function meetingRows(db: QueryBuilder) {
  return db
    .selectFrom('meetings as m')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['m.id', 'm.title', 'm.groups as groupIds', 'm.kind', 'm.startsAt'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'))
    .select(['m.minutes', 'm.zone', 'm.place', 'm.link', 'm.status', 'm.summary'])
    .select(['m.cancelledReason', 'm.sequence', 'm.seriesId', 'm.seriesDay'])
    .select(['m.begunAt', 'm.closedAt', 'm.participants', 'm.heldAt', 'm.putOffFrom'])
    .select(({ ref, selectFrom }) => {
      const attended = selectFrom('entities as e')
        .where((eb) => eb('e.id', '=', eb.fn.any(ref('m.attended'))))
        .select((eb) =>
          sql<string[]>`array_agg(${eb.ref('e.acronym')} order by ${eb.ref('e.acronym')})`.as('acronyms'),
        )
      return sql<string[]>`coalesce(${attended}, '{}')`.as('attended')
    })
}
