import type { KeptRecords } from '../records/change.ts'
import type { People, ReportParts } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

/** What a group wrote, or will, under a heading of its progress report for a year. */
export type PartKey = Readonly<Pick<ReportParts, 'groupId' | 'year' | 'heading'>>

/** What of a part changes. */
export type PartFields = Readonly<Pick<ReportParts, 'body' | 'removed'>>

/** The parts of all progress reports, each of whose versions is kept. */
export const reportParts: KeptRecords<PartFields> = {
  kind: 'report-part',
  lock: (trx, id) =>
    trx
      .selectFrom('reportParts')
      .select(['body', 'removed'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  write: (trx, id, fields) => trx.updateTable('reportParts').set(fields).where('id', '=', id).execute(),
}

/** The number of the part, which is made, empty and removed, where there is none yet; it stays locked. */
export async function lockPart(trx: Trx, key: PartKey): Promise<number> {
  const { id } = await trx
    .insertInto('reportParts')
    .values({ ...key, body: '', removed: true })
    .onConflict((conflict) =>
      conflict.columns(['groupId', 'year', 'heading']).doUpdateSet({ heading: key.heading }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ReportPart extends PartKey, Readonly<Pick<ReportParts, 'id' | 'body'>> {
  /** Who wrote what stands; whoever took a change back wrote nothing. */
  readonly by: People['name']
  readonly byId: People['id']
  readonly at: Date
  readonly versions: number
}

/** What was submitted for a year, of one group or of all. */
export async function submittedParts(
  db: Db,
  year: number,
  groupId: number | null = null,
): Promise<readonly ReportPart[]> {
  return submitted(db, { year, groupId })
}

const submitted = statement((db, given: Params<{ year: number; groupId: number | null }>) =>
  db
    .selectFrom('reportParts as r')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('recordChanges as l')
          .select(['l.changedBy', 'l.changedAt'])
          .select(({ fn }) =>
            fn
              .coalesce(
                selectFrom('recordChanges as v')
                  .select(({ fn: of }) => of.max('v.number').as('last'))
                  .where('v.kind', '=', 'report-part')
                  .whereRef('v.recordId', '=', 'r.id'),
                'l.number',
              )
              .as('number'),
          )
          .where('l.kind', '=', 'report-part')
          .whereRef('l.recordId', '=', 'r.id')
          .where('l.reverts', 'is', null)
          .where(({ exists, not, selectFrom: from }) =>
            not(
              exists(
                from('recordChanges as x')
                  .select('x.number')
                  .where('x.kind', '=', 'report-part')
                  .whereRef('x.recordId', '=', 'r.id')
                  .whereRef('x.reverts', '=', 'l.number')
                  // An undo that was itself taken back takes nothing back.
                  .where((eb) =>
                    eb.not(
                      eb.exists(
                        eb
                          .selectFrom('recordChanges as y')
                          .select('y.number')
                          .where('y.kind', '=', 'report-part')
                          .whereRef('y.recordId', '=', 'r.id')
                          .whereRef('y.reverts', '=', 'x.number'),
                      ),
                    ),
                  ),
              ),
            ),
          )
          .orderBy('l.number', 'desc')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .innerJoin('people as p', 'p.id', 'c.changedBy')
    .select(['r.id', 'r.groupId', 'r.year', 'r.heading', 'r.body'])
    .select(['p.name as by', 'p.id as byId', 'c.changedAt as at', 'c.number as versions'])
    .where('r.year', '=', given.year)
    .where('r.removed', 'is', false)
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('r.groupId', '=', given.groupId)]))
    .orderBy('r.id'),
)
