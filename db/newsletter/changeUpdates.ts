import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { keeping } from './decideUpdates.ts'
import type { UpdateContent, UpdateStatus } from './updates.ts'

export interface NewUpdate {
  readonly authorId: number
  readonly entityId: number | null
  readonly newsletterId: number | null
  readonly content: UpdateContent
  /** What its section was told by. */
  readonly features: readonly string[]
}

/** Stores an update with its first version; returns its number, and whether its entity had nothing to report until now. */
export async function postUpdate(
  trx: Trx,
  { content, ...update }: NewUpdate,
  now: Date,
): Promise<{ readonly id: number; readonly endsPass: boolean }> {
  const [posted] = await post(trx, { ...written(content), ...update, now })
  if (!posted) throw new Error('the update was not stored')
  return posted
}

type Content = Omit<UpdateContent, 'dates' | 'links'> & { readonly dates: string; readonly links: string }

/** The content with its lists as JSON. */
function written({ dates, links, ...content }: UpdateContent): Content {
  return { ...content, dates: JSON.stringify(dates), links: JSON.stringify(links) }
}

const contentColumns = [
  ...(['text', 'originalText', 'section', 'printedDate', 'dateForm', 'startOn', 'endOn'] as const),
  ...(['precision', 'dates', 'entities', 'wg', 'place', 'links', 'bold', 'embargoUntil'] as const),
] as const

/** The columns of a version, in the order of `contentColumns`. */
function contentValues(given: Params<Content>) {
  return [
    sql<string>`${given.text}::text`.as('text'),
    sql<string>`${given.originalText}::text`.as('originalText'),
    sql<string>`${given.section}::text`.as('section'),
    sql<string | null>`${given.printedDate}::text`.as('printedDate'),
    sql<string>`${given.dateForm}::text`.as('dateForm'),
    sql<Day | null>`${day(given.startOn)}`.as('startOn'),
    sql<Day | null>`${day(given.endOn)}`.as('endOn'),
    sql<Content['precision']>`${given.precision}::text`.as('precision'),
    sql<string>`${given.dates}::jsonb`.as('dates'),
    sql<string[]>`${given.entities}::text[]`.as('entities'),
    sql<string | null>`${given.wg}::text`.as('wg'),
    sql<string | null>`${given.place}::text`.as('place'),
    sql<string>`${given.links}::jsonb`.as('links'),
    sql<string[]>`${given.bold}::text[]`.as('bold'),
    sql<Day | null>`${day(given.embargoUntil)}`.as('embargoUntil'),
  ] as const
}

const post = statement(
  (
    db,
    given: Params<
      Content & {
        authorId: number
        entityId: number | null
        newsletterId: number | null
        features: readonly string[]
        now: Date
      }
    >,
  ) =>
    db
      .with('posted', (query) =>
        query
          .insertInto('updates')
          .values((eb) => ({
            authorId: given.authorId,
            entityId: given.entityId,
            // Null where its opening was taken back at this moment: the next issue takes it.
            newsletterId: eb
              .selectFrom('newsletters')
              .select('id')
              .where('id', '=', given.newsletterId)
              .forKeyShare(),
            status: 'proposed',
            version: 1,
            postedAt: given.now,
          }))
          .returning('id'),
      )
      .with('versioned', (query) =>
        query
          .insertInto('updateVersions')
          .columns(['updateId', 'version', ...contentColumns, 'features', 'editedBy', 'editedAt'])
          .expression((from) =>
            from
              .selectFrom('posted')
              .select(['id', sql<number>`1`.as('version')])
              .select(contentValues(given))
              .select([
                sql<string[]>`${given.features}::text[]`.as('features'),
                sql<number>`${given.authorId}::int`.as('editedBy'),
                sql<Date>`${given.now}::timestamptz`.as('editedAt'),
              ]),
          )
          .returning('updateId'),
      )
      .selectFrom('versioned')
      .select('updateId as id')
      .select(({ and, exists, not, selectFrom }) =>
        and([
          exists(
            selectFrom('newsletterPasses as x')
              .select('x.entityId')
              .where('x.newsletterId', '=', given.newsletterId)
              .where('x.entityId', '=', given.entityId),
          ),
          not(
            exists(
              selectFrom('updates as u')
                .select('u.id')
                .where('u.newsletterId', '=', given.newsletterId)
                .where('u.entityId', '=', given.entityId)
                .where('u.status', 'not in', ['withdrawn', 'merged']),
            ),
          ),
        ])
          .$castTo<boolean>()
          .as('endsPass'),
      ),
)

interface Edit {
  readonly id: number
  readonly version: number
  readonly editorId: number
  readonly newsletterId: number | null
  readonly status: UpdateStatus
}

interface NewWords {
  readonly content: UpdateContent
  /** What the section of new words was told by; absent where the words stay. */
  readonly features?: readonly string[]
}

/** Adds a version and makes it the current one; returns the running number of the change. */
export async function editUpdate(
  trx: Trx,
  { content, features, ...edited }: Edit & NewWords,
  now: Date,
): Promise<number> {
  const [changed] = await edit(trx, { ...written(content), ...edited, features: features ?? null, now })
  return changed?.decisions ?? 0
}

type Edited = Content & Edit & { readonly features: readonly string[] | null; readonly now: Date }

const edit = statement((db, given: Params<Edited>) =>
  db
    .with('versioned', (query) =>
      query
        .insertInto('updateVersions')
        .columns(['updateId', 'version', ...contentColumns, 'features', 'basedOn', 'editedBy', 'editedAt'])
        .expression(() =>
          db
            .selectFrom('updates as u')
            .innerJoin('updateVersions as b', (join) =>
              join.onRef('b.updateId', '=', 'u.id').onRef('b.version', '=', 'u.version'),
            )
            .where('u.id', '=', given.id)
            .select([
              sql<number>`${given.id}::int`.as('updateId'),
              sql<number>`${given.version}::int`.as('version'),
            ])
            .select(contentValues(given))
            .select(({ ref }) => [
              sql<string[]>`coalesce(${given.features}::text[], ${ref('b.features')})`.as('features'),
              ref('b.version').as('basedOn'),
              sql<number>`${given.editorId}::int`.as('editedBy'),
              sql<Date>`${given.now}::timestamptz`.as('editedAt'),
            ]),
        ),
    )
    .updateTable('updates')
    .set((eb) => ({
      version: given.version,
      status: given.status,
      comment: null,
      newsletterId: given.newsletterId,
      ...keeping(eb, given.editorId, { newsletterId: given.newsletterId }),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)
