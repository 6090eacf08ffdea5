import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, holdsWords } from '../store/expressions.ts'
import { type Params, statement, variants } from '../store/statement.ts'
import { type Update, type UpdateStatus, updateRows, updateSources } from './updates.ts'

export interface UpdateFilter {
  /** Only what this person wrote. */
  readonly authorId?: number
  /** Only what this person wrote or what was posted for this entity. */
  readonly visibleTo?: { readonly personId: number; readonly entityId: number | null }
  readonly newsletterId?: number
  readonly statuses?: readonly UpdateStatus[]
  readonly period?: Period
  /** Only what was posted from one instant until before another one. */
  readonly posted?: { readonly postedFrom: Date; readonly postedBefore: Date }
  readonly section?: string
  /** Only what has these words in a row in its text or its place. */
  readonly words?: string
  /** Acronym of the working group that it is about. */
  readonly wg?: string
  /** Only what was posted for this entity, or names it. */
  readonly about?: { readonly aboutId: number; readonly acronym: string }
  readonly limit: number
  /** How many of the latest are left out. */
  readonly offset?: number
}

/** Updates, the latest first. */
export async function listUpdates(db: Db, filter: UpdateFilter): Promise<readonly Update[]> {
  const { visibleTo, period, posted, about, ...plain } = filter
  const set = everyFilter.filter((name) => filter[name] !== undefined)
  return list(set)(db, { ...unset, ...plain, ...visibleTo, ...period, ...posted, ...about })
}

const everyFilter = [
  'authorId',
  'visibleTo',
  'newsletterId',
  'statuses',
  'section',
  'wg',
  'words',
  'period',
  'posted',
  'about',
] as const

/** The values of the filters, null where one is not set. */
interface Values {
  readonly authorId: number | null
  readonly personId: number | null
  readonly entityId: number | null
  readonly newsletterId: number | null
  readonly statuses: readonly UpdateStatus[] | null
  readonly from: Day | null
  readonly to: Day | null
  readonly postedFrom: Date | null
  readonly postedBefore: Date | null
  readonly section: string | null
  readonly wg: string | null
  readonly words: string | null
  readonly aboutId: number | null
  readonly acronym: string | null
  readonly offset: number
  readonly limit: number
}

const unset: Omit<Values, 'limit'> = {
  authorId: null,
  personId: null,
  entityId: null,
  newsletterId: null,
  statuses: null,
  from: null,
  to: null,
  postedFrom: null,
  postedBefore: null,
  section: null,
  wg: null,
  words: null,
  aboutId: null,
  acronym: null,
  offset: 0,
}

/** By the filters that are set: each combination has a plan of its own. */
const list = variants((set: readonly (typeof everyFilter)[number][]) =>
  statement((db, given: Params<Values>) =>
    updateRows(db)
      .$if(set.includes('authorId'), (query) => query.where('u.authorId', '=', given.authorId))
      .$if(set.includes('visibleTo'), (query) =>
        query.where((eb) =>
          eb.or([
            eb('u.authorId', '=', given.personId),
            eb('u.entityId', '=', sql<number>`${given.entityId}::int`),
          ]),
        ),
      )
      .$if(set.includes('newsletterId'), (query) => query.where('u.newsletterId', '=', given.newsletterId))
      .$if(set.includes('statuses'), (query) =>
        query.where(({ ref }) => sql<boolean>`${ref('u.status')} = any (${given.statuses}::text[])`),
      )
      .$if(set.includes('section'), (query) => query.where('v.section', '=', given.section))
      .$if(set.includes('wg'), (query) => query.where('v.wg', '=', given.wg))
      .$if(set.includes('words'), (query) =>
        query.where(({ ref }) =>
          holdsWords(sql`concat_ws(' ', ${ref('v.text')}, ${ref('v.place')})`, sql`${given.words}`),
        ),
      )
      .$if(set.includes('period'), (query) => query.where((eb) => fallsInto(eb, given)))
      .$if(set.includes('posted'), (query) =>
        query.where('u.postedAt', '>=', given.postedFrom).where('u.postedAt', '<', given.postedBefore),
      )
      .$if(set.includes('about'), (query) =>
        query.where((eb) =>
          eb.or([
            eb('u.entityId', '=', given.aboutId),
            sql<boolean>`${given.acronym}::text = any (${eb.ref('v.entities')})`,
          ]),
        ),
      )
      .orderBy('u.postedAt', 'desc')
      .orderBy('u.id', 'desc')
      .limit(given.limit)
      .offset(given.offset),
  ),
)

type Tables = Database & { u: Database['updates']; v: Database['updateVersions'] }

/** Whether what an update tells of touches a period; without a date of its own, the day of its posting counts. */
export function fallsInto(
  expressions: ExpressionBuilder<Tables, 'u' | 'v'>,
  { from, to }: { readonly from: RawBuilder<Day | null>; readonly to: RawBuilder<Day | null> },
) {
  const { and, eb, ref } = expressions
  return and([
    beganBy(expressions, { to }),
    eb(sql<Day>`coalesce(${ref('v.endOn')}, ${postedOn(expressions)})`, '>=', day(from)),
  ])
}

/** Whether what an update tells of had begun on a day. */
export function beganBy(
  expressions: ExpressionBuilder<Tables, 'u' | 'v'>,
  { to }: { readonly to: RawBuilder<Day | null> },
) {
  const { eb, ref } = expressions
  return eb(sql<Day>`coalesce(${ref('v.startOn')}, ${postedOn(expressions)})`, '<=', day(to))
}

/** A text posted on the evening of a month's last day belongs to that month, wherever its author sits. */
function postedOn({ ref, selectFrom }: ExpressionBuilder<Tables, 'u' | 'v'>) {
  return sql`(${ref('u.postedAt')} at time zone (${selectFrom('people as a').select('a.zone').whereRef('a.id', '=', 'u.authorId')}))::date`
}

export interface WaitingUpdate {
  readonly id: number
  readonly author: string
  readonly entity: string | null
  /** The beginning of the text. */
  readonly text: string
  /** How many wait in all. */
  readonly waiting: number
}

/** Updates that wait for the secretariat, the oldest first. */
export async function waitingUpdates(db: Db, limit: number): Promise<readonly WaitingUpdate[]> {
  return waiting(db, { limit })
}

const waiting = statement((db, given: Params<{ limit: number }>) =>
  updateSources(db)
    .select(['u.id', 'p.name as author', 'e.acronym as entity'])
    .select(({ ref, selectFrom }) => {
      const all = selectFrom('updates')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', '=', 'proposed')
      return [sql<string>`left(${ref('v.text')}, 1000)`.as('text'), sql<number>`${all}`.as('waiting')]
    })
    .where('u.status', '=', 'proposed')
    .orderBy('u.postedAt')
    .orderBy('u.id')
    .limit(given.limit),
)
