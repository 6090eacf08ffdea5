import { sql } from 'kysely'

import type { Period } from '../../../src/core/time/period.ts'
import type { NewsletterEditions } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What was printed of an issue: `content` is the composed newsletter, as it was. */
export type Edition = Pick<
  NewsletterEditions,
  'newsletterId' | 'edition' | 'content' | 'note' | 'publishedAt'
>

/** The latest edition of an issue; undefined while it is not published. */
export async function latestEdition(db: Db, newsletterId: number): Promise<Edition | undefined> {
  const [edition] = await latest(db, { newsletterId })
  return edition
}

const latest = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('newsletterEditions')
    .select(['newsletterId', 'edition', 'content', 'note', 'publishedAt'])
    .where('newsletterId', '=', given.newsletterId)
    .orderBy('edition', 'desc')
    .limit(1),
)

/** One edition of an issue; undefined where there is none of that number. */
export async function editionOf(db: Db, newsletterId: number, edition: number): Promise<Edition | undefined> {
  const [found] = await one(db, { newsletterId, edition })
  return found
}

const one = statement((db, given: Params<{ newsletterId: number; edition: number }>) =>
  db
    .selectFrom('newsletterEditions')
    .select(['newsletterId', 'edition', 'content', 'note', 'publishedAt'])
    .where('newsletterId', '=', given.newsletterId)
    .where('edition', '=', given.edition),
)

/** The latest edition of a published issue by its number, with its page where that was kept. */
export async function editionOfNumber(
  db: Db,
  number: number,
): Promise<(Edition & { readonly page: Buffer | null }) | undefined> {
  const [edition] = await ofNumber(db, { number })
  return edition
}

const ofNumber = statement((db, given: Params<{ number: number }>) =>
  db
    .selectFrom('newsletterEditions as e')
    .innerJoin('newsletters as n', 'n.id', 'e.newsletterId')
    .leftJoin('newsletterFiles as p', (join) =>
      join
        .onRef('p.newsletterId', '=', 'e.newsletterId')
        .onRef('p.edition', '=', 'e.edition')
        .on('p.format', '=', 'html'),
    )
    .select(['e.newsletterId', 'e.edition', 'e.content', 'e.note', 'e.publishedAt', 'p.content as page'])
    .where('n.number', '=', given.number)
    .where('n.status', '=', 'published')
    .orderBy('e.edition', 'desc')
    .limit(1),
)

/** Keeps an edition for good. */
export async function addEdition(
  trx: Trx,
  edition: {
    readonly newsletterId: number
    readonly edition: number
    readonly content: object
    readonly note: string | null
    readonly publishedBy: number
    readonly now: Date
  },
): Promise<void> {
  await add(trx, { ...edition, content: JSON.stringify(edition.content) })
}

const add = statement(
  (
    db,
    given: Params<{
      newsletterId: number
      edition: number
      content: string
      note: string | null
      publishedBy: number
      now: Date
    }>,
  ) =>
    db.insertInto('newsletterEditions').values({
      newsletterId: given.newsletterId,
      edition: given.edition,
      content: sql<string>`${given.content}::jsonb`,
      note: given.note,
      publishedBy: given.publishedBy,
      publishedAt: given.now,
    }),
)

/** What the latest editions of the bi-monthly issues whose months lie in a period printed, the latest issue first. */
export async function contentsWithin(db: Db, { from, to }: Period): Promise<readonly unknown[]> {
  const editions = await within(db, { from, to })
  return editions.map(({ content }) => content)
}

const within = statement((db, given: Params<Period>) =>
  db
    .selectFrom('newsletters as n')
    .innerJoin('newsletterEditions as e', 'e.newsletterId', 'n.id')
    .select('e.content')
    .distinctOn('n.id')
    .where('n.kind', '=', 'bi-monthly')
    .where('n.status', '=', 'published')
    .where('n.periodFrom', '>=', day(given.from))
    .where('n.periodTo', '<=', day(given.to))
    .orderBy('n.id', 'desc')
    .orderBy('e.edition', 'desc'),
)

/** The latest edition of the annual issue that repeats what an issue printed; undefined until that is published. */
export async function annualEdition(db: Db, newsletterId: number): Promise<Edition | undefined> {
  const [edition] = await annual(db, { newsletterId })
  return edition
}

const annual = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('newsletters as n')
    .innerJoin('newsletters as a', (join) =>
      join.onRef('a.periodFrom', '<=', 'n.periodFrom').onRef('a.periodTo', '>=', 'n.periodTo'),
    )
    .innerJoin('newsletterEditions as e', 'e.newsletterId', 'a.id')
    .select(['e.newsletterId', 'e.edition', 'e.content', 'e.note', 'e.publishedAt'])
    .where('n.id', '=', given.newsletterId)
    .where('n.kind', '=', 'bi-monthly')
    .where('a.kind', '=', 'annual')
    .where('a.status', '=', 'published')
    .orderBy('a.id', 'desc')
    .orderBy('e.edition', 'desc')
    .limit(1),
)

export interface PublishedEdition {
  readonly number: number
  readonly content: unknown
  /** What the feed says of it; null for one from before this was kept. */
  readonly feed: Buffer | null
  /** When its first edition was published, and when this one. */
  readonly publishedAt: Date
  readonly updatedAt: Date
}

/** The latest editions of the issues published last, the latest issue first. */
export async function publishedEditions(db: Db, limit: number): Promise<readonly PublishedEdition[]> {
  return published(db, { limit })
}

const published = statement((db, given: Params<{ limit: number }>) =>
  db
    .selectFrom('newsletters as n')
    .innerJoin('newsletterEditions as f', (join) =>
      join.onRef('f.newsletterId', '=', 'n.id').on('f.edition', '=', 1),
    )
    .innerJoin('newsletterEditions as e', (join) =>
      join.onRef('e.newsletterId', '=', 'n.id').on('e.edition', '=', (eb) =>
        eb
          .selectFrom('newsletterEditions as l')
          .select(({ fn }) => fn.max('l.edition').as('last'))
          .whereRef('l.newsletterId', '=', 'n.id'),
      ),
    )
    .leftJoin('newsletterFiles as w', (join) =>
      join
        .onRef('w.newsletterId', '=', 'e.newsletterId')
        .onRef('w.edition', '=', 'e.edition')
        .on('w.format', '=', 'feed'),
    )
    .select([
      ...(['n.number', 'e.content', 'w.content as feed'] as const),
      ...(['f.publishedAt', 'e.publishedAt as updatedAt'] as const),
    ])
    .where('n.status', '=', 'published')
    .orderBy('f.publishedAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(given.limit),
)
