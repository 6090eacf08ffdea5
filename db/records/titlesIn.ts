import { type Expression, sql } from 'kysely'

import { fold } from '../store/expressions.ts'
import type { Params, QueryBuilder } from '../store/statement.ts'
import { columns, type Given, most, type NameIn } from './nameIn.ts'

/** How far behind and ahead the meetings lie of which a line may speak. */
const [behind, ahead] = ['60 days', '250 days']

/** Whether one of the words stands in a title. */
function says(title: Expression<string>, given: Params<Given>) {
  return sql<boolean>`exists (select 1 from unnest(${given.ofTitles}::text[]) w
    where strpos(${fold(title)}, w) > 0)`
}

/** Whether a meeting begins so near to now that a line may speak of it. */
export function isAround(startsAt: Expression<Date>, now: Params<Given>['now']) {
  return sql<boolean>`${startsAt} between ${now}::timestamptz - ${sql.lit(behind)}::interval
    and ${now}::timestamptz + ${sql.lit(ahead)}::interval`
}

export function isNear(startsAt: Expression<Date>, now: Params<Given>['now']) {
  return sql`abs(extract(epoch from ${startsAt} - ${now}::timestamptz))`
}

export function meetings(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom(
      db
        .selectFrom('meetings as m')
        .select(({ ref }) => titled('meeting', ref('m.id'), ref('m.title')))
        .where('m.status', '<>', 'cancelled')
        .where(({ ref }) => isAround(ref('m.startsAt'), given.now))
        .where(({ ref }) => says(ref('m.title'), given))
        .orderBy(({ ref }) => isNear(ref('m.startsAt'), given.now))
        .limit(most)
        .as('t'),
    )
    .selectAll()
}

/** Items of agendas, by the number of their meeting. */
export function items(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom(
      db
        .selectFrom('agendaItems as i')
        .innerJoin('meetings as m', 'm.id', 'i.meetingId')
        .select(({ ref }) => titled('item', ref('m.id'), ref('i.title')))
        .where('i.removedAt', 'is', null)
        .where('m.status', '=', 'scheduled')
        .where(({ ref }) => isAround(ref('m.startsAt'), given.now))
        .where(({ ref }) => says(ref('i.title'), given))
        .orderBy(({ ref }) => isNear(ref('m.startsAt'), given.now))
        .limit(most)
        .as('t'),
    )
    .selectAll()
}

export function actions(db: QueryBuilder, given: Params<Given>) {
  const theirs = sql<readonly number[]>`${given.groupIds}::int[]`
  return db
    .selectFrom(
      db
        .selectFrom('actionItems as a')
        .innerJoin('meetings as m', 'm.id', 'a.meetingId')
        .select(({ ref }) => titled('action', ref('a.id'), ref('a.what')))
        .where('a.status', '=', 'open')
        .where(({ ref }) => sql<boolean>`(${theirs} is null or ${ref('m.groups')} && ${theirs})`)
        .where(({ ref }) => says(ref('a.what'), given))
        .orderBy('a.id', 'desc')
        .limit(most)
        .as('t'),
    )
    .selectAll()
}

export function updates(db: QueryBuilder, given: Params<Given>) {
  const author = sql<number | null>`${given.authorId}::int`
  return db
    .selectFrom(
      db
        .selectFrom('updates as u')
        .innerJoin('updateVersions as v', (join) =>
          join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
        )
        .select(({ ref }) => titled('update', ref('u.id'), ref('v.originalText')))
        .where(({ ref }) => sql<boolean>`(${author} is null or ${ref('u.authorId')} = ${author})`)
        .where(
          ({ ref }) => sql<boolean>`${ref('u.postedAt')} > ${given.now}::timestamptz - interval '100 days'`,
        )
        .where(({ ref }) => says(ref('v.originalText'), given))
        .orderBy('u.id', 'desc')
        .limit(most)
        .as('t'),
    )
    .selectAll()
}

export function reminders(db: QueryBuilder, given: Params<Given>) {
  return db
    .selectFrom(
      db
        .selectFrom('reminders as r')
        .select(({ ref }) => titled('reminder', ref('r.id'), ref('r.text')))
        .where('r.status', '=', 'waiting')
        .where('r.personId', '=', given.personId)
        .where('r.groupId', 'is', null)
        .where(({ ref }) => says(ref('r.text'), given))
        .orderBy('r.id', 'desc')
        .limit(most)
        .as('t'),
    )
    .selectAll()
}

function titled(kind: NameIn['kind'], id: Expression<number>, title: Expression<string>) {
  return columns(kind, id, title, sql`array[left(${fold(title)}, 300)]`)
}
