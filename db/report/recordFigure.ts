import type { Day } from '../../src/core/time/day.ts'
import type { Figures } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

export type KnownFigure = Pick<Figures, 'key' | 'label'>

/** The figures that were ever recorded, each by its latest name. */
export async function knownFigures(db: Db): Promise<readonly KnownFigure[]> {
  return known(db, {})
}

const known = statement((db) =>
  db.selectFrom('figures').distinctOn('key').select(['key', 'label']).orderBy('key').orderBy('asOf', 'desc'),
)

/** What stands for a day. */
export interface StandingFigure {
  readonly value: number
  readonly label: string
}

/** Records the value of a figure on a day; what stood for that day, undefined where there was nothing. */
export async function recordFigure(
  trx: Trx,
  figure: KnownFigure & { readonly asOf: Day; readonly value: number },
): Promise<StandingFigure | undefined> {
  const [before] = await onDay(trx, figure)
  await record(trx, figure)
  return before && { value: Number(before.value), label: before.label }
}

const onDay = statement((db, given: Params<{ key: string; asOf: Day }>) =>
  db
    .selectFrom('figures')
    .select(['value', 'label'])
    .where('key', '=', given.key)
    .where('asOf', '=', day(given.asOf))
    .forUpdate(),
)

const record = statement((db, given: Params<KnownFigure & { asOf: Day; value: number }>) =>
  db
    .insertInto('figures')
    .values({ key: given.key, asOf: day(given.asOf), label: given.label, value: given.value })
    .onConflict((conflict) =>
      conflict.columns(['key', 'asOf']).doUpdateSet({ value: given.value, label: given.label }),
    ),
)

/** Takes the value of a day away; what stood there, undefined where there was none. */
export async function removeFigure(
  trx: Trx,
  figure: { readonly key: string; readonly asOf: Day },
): Promise<StandingFigure | undefined> {
  const [gone] = await remove(trx, figure)
  return gone && { value: Number(gone.value), label: gone.label }
}

const remove = statement((db, given: Params<{ key: string; asOf: Day }>) =>
  db
    .deleteFrom('figures')
    .where('key', '=', given.key)
    .where('asOf', '=', day(given.asOf))
    .returning(['value', 'label']),
)
