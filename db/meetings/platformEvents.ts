import { type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Room } from '../../src/core/address.ts'
import type { Meetings } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { groupNames, isOneOf } from './joint/groups.ts'

export interface PlatformEventRow
  extends Readonly<Pick<Meetings, 'id' | 'title' | 'startsAt' | 'minutes' | 'zone' | 'place' | 'status'>> {
  readonly groupAcronym: string
  /** Never empty. */
  readonly rooms: readonly Room[]
}

/** No calendar of a platform takes more. */
const limit = 500

/**
 * Meetings that have not begun and are not cancelled, of groups with a reachable room on a platform, soonest first;
 * or the one of an id, whenever it is and whatever its status.
 */
export async function platformEventsOn(
  db: Db,
  platform: string,
  now: Date,
  id?: number,
): Promise<readonly PlatformEventRow[]> {
  return id === undefined ? ahead(db, { platform, now }) : byId(db, { platform, id })
}

const ahead = statement((db, given: Params<{ platform: string; now: Date }>) =>
  platformEvents(db, given.platform)
    .where('m.startsAt', '>', given.now)
    .where('m.status', '<>', 'cancelled')
    .orderBy('m.startsAt')
    .orderBy('m.id')
    .limit(limit),
)

const byId = statement((db, given: Params<{ platform: string; id: number }>) =>
  platformEvents(db, given.platform).where('m.id', '=', given.id),
)

function platformEvents(db: QueryBuilder, platform: RawBuilder<string>) {
  return db
    .selectFrom('meetings as m')
    .innerJoin('workingGroups as g', 'g.id', 'm.groupId')
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom(
            query
              .selectFrom('rooms as b')
              .where(({ ref }) => isOneOf(ref('b.groupId'), ref('m.groups')))
              .where('b.platform', '=', platform)
              .where('b.fault', 'is', null)
              .groupBy(['b.platform', 'b.tenant', 'b.channel'])
              .select(({ fn }) => ['b.platform', 'b.tenant', 'b.channel', fn.min('b.boundAt').as('boundAt')])
              .as('r'),
          )
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(
                jsonBuildObject({
                  platform: ref('r.platform'),
                  tenant: ref('r.tenant'),
                  channel: ref('r.channel'),
                }),
              )
              .orderBy('r.boundAt')
              .orderBy('r.tenant')
              .orderBy('r.channel')
              .as('rooms'),
          )
          .as('at'),
      (join) => join.on('at.rooms', 'is not', null),
    )
    .select(['m.id', 'm.title', 'm.startsAt', 'm.minutes', 'm.zone', 'm.place'])
    .select(({ ref }) => sql<string>`${groupNames(db, ref('m.groups'), ref('g.acronym'))}`.as('groupAcronym'))
    .select(['m.status', 'at.rooms'])
}
