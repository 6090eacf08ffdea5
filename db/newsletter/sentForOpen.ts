import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Updates, UpdateVersions } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { jsonList } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { issueColumns, type NewsletterIssue } from './newsletters.ts'

export interface SentUpdate {
  readonly id: number
  readonly status: Exclude<Updates['status'], 'withdrawn'>
  readonly section: UpdateVersions['section']
  /** The beginning of the text. */
  readonly text: string
}

interface Author {
  readonly personId: number
  readonly entityId: number | null
}

/**
 * The open issue that closes next, else the one that was to close last, with the latest updates for it that a person
 * wrote or that were posted for the person's entity; undefined while none is open.
 */
export async function openNewsletterWith(
  db: Db,
  author: Author,
  now: Date,
  limit: number,
): Promise<(NewsletterIssue & { readonly sent: readonly SentUpdate[] }) | undefined> {
  const [issue] = await openWith(db, { ...author, now, limit })
  return issue
}

const openWith = statement((db, given: Params<Author & { now: Date; limit: number }>) =>
  db
    .selectFrom('newsletters as n')
    .select(issueColumns)
    .select((eb) => {
      const latest = eb
        .selectFrom('updates as u')
        .innerJoin('updateVersions as v', (join) =>
          join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
        )
        .select(['u.id', 'u.status', 'u.postedAt', 'v.section'])
        .select(({ ref }) => sql<string>`left(${ref('v.text')}, 1000)`.as('text'))
        .whereRef('u.newsletterId', '=', 'n.id')
        .where('u.status', '<>', 'withdrawn')
        .where((of) =>
          of.or([
            of('u.authorId', '=', given.personId),
            of('u.entityId', '=', sql<number>`${given.entityId}::int`),
          ]),
        )
        .orderBy('u.postedAt', 'desc')
        .orderBy('u.id', 'desc')
        .limit(given.limit)
      return jsonList(
        db.selectFrom(latest.as('s')).select(({ fn, ref }) =>
          fn
            .jsonAgg(
              jsonBuildObject({
                id: ref('s.id'),
                status: sql<SentUpdate['status']>`${ref('s.status')}`,
                section: ref('s.section'),
                text: ref('s.text'),
              }),
            )
            .orderBy('s.postedAt', 'desc')
            .orderBy('s.id', 'desc')
            .as('list'),
        ),
      ).as('sent')
    })
    .where('n.status', '=', 'open')
    .orderBy((eb) => eb('n.kind', '=', 'bi-monthly'), 'desc')
    .orderBy((eb) => eb('n.closesAt', '<', given.now))
    .orderBy(({ ref }) => sql`abs(extract(epoch from ${ref('n.closesAt')} - ${given.now}::timestamptz))`)
    .orderBy('n.id')
    .limit(1),
)
