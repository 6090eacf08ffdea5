import { sql } from 'kysely'

import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What was said of what was made, and the record. */
export interface MadeRecord {
  readonly subject: string | null
  readonly answer: unknown
}

interface Making {
  /** Who wants to make what, in which words. */
  readonly key: string
  readonly now: Date
}

// It stands among the receipts, with which it is swept; no platform is called so.
const place = { platform: 'said again', tenant: '-' } as const

/**
 * Claims that the caller's transaction makes what somebody asked for; whoever asks for the same at once waits here until
 * it has ended. `taken` where it was made after `since` already.
 */
export async function claimMaking(
  trx: Trx,
  making: Making & { readonly since: Date },
): Promise<'ours' | 'taken'> {
  const entered = await claim(trx, making)
  return entered.length > 0 ? 'ours' : 'taken'
}

const claim = statement((db, { key, now, since }: Params<Making & { since: Date }>) =>
  db
    .insertInto('receipts')
    .values({ ...place, deliveryId: key, at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'tenant', 'deliveryId'])
        .doUpdateSet({ at: now, answer: null })
        .where((eb) => eb.or([eb('receipts.at', '<=', since), eb('receipts.answer', 'is', null)])),
    )
    .returning('deliveryId'),
)

/** What was made, and when; undefined where it was swept meanwhile. */
export async function madeBefore(
  db: Db,
  key: string,
): Promise<{ readonly at: Date; readonly made: unknown } | undefined> {
  const [row] = await made(db, { key })
  return row && { at: row.at, made: row.answer }
}

const made = statement((db, { key }: Params<{ key: string }>) =>
  db
    .selectFrom('receipts')
    .select(['at', 'answer'])
    .where('platform', '=', place.platform)
    .where('tenant', '=', place.tenant)
    .where('deliveryId', '=', key),
)

/** Notes what was made under a claim. */
export async function noteMade(trx: Trx, { key, now }: Making, made: MadeRecord): Promise<void> {
  await note(trx, { key, now, made: JSON.stringify(made) })
}

const note = statement((db, { key, now, made }: Params<Making & { made: string }>) =>
  db
    .updateTable('receipts')
    .set({ at: now, answer: made })
    .where('platform', '=', place.platform)
    .where('tenant', '=', place.tenant)
    .where('deliveryId', '=', key),
)

interface Wanted {
  readonly subject: string
  readonly personId: number
  readonly since: Date
  /** Those of that person. */
  readonly commands: readonly string[]
  /** Those of anybody. */
  readonly takenBackBy: readonly string[]
}

/** Whether somebody has changed a record since by one of their commands, or anybody has taken it back. */
export async function hasChangedSince(db: Db, wanted: Wanted): Promise<boolean> {
  const { commands, takenBackBy } = wanted
  return (await changed(db, { ...wanted, commands: [...commands], takenBackBy: [...takenBackBy] })).length > 0
}

interface Changed extends Omit<Wanted, 'commands' | 'takenBackBy'> {
  readonly commands: string[]
  readonly takenBackBy: string[]
}

const changed = statement((db, given: Params<Changed>) =>
  db
    .selectFrom('audit')
    .select('id')
    .where('subject', '=', given.subject)
    .where('at', '>=', given.since)
    .where('outcome', '=', 'done')
    .where((eb) =>
      eb.or([
        eb('command', '=', sql<string>`any(${given.takenBackBy}::text[])`),
        eb.and([
          eb('personId', '=', given.personId),
          eb('command', '=', sql<string>`any(${given.commands}::text[])`),
        ]),
      ]),
    )
    .limit(1),
)
