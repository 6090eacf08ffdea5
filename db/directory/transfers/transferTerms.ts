import { type Expression, sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { firstDay } from '../../store/expressions.ts'
import type { Recorder } from '../edit/changes.ts'
import { restoreTerms } from '../edit/terms.ts'
import { restoreSeats } from '../seats/seats.ts'
import { keepFormerChairs } from '../terms/succession.ts'
import type { HeldRoles } from './held.ts'

/** Whom terms go to. */
export interface Successor {
  readonly id: number
  readonly name: string
  readonly entityId: number
}

/** What passing terms on did, for taking it back. */
export interface TransferredTerms {
  readonly added: readonly Pick<HeldRoles, 'id' | 'kind'>[]
  /** Terms whose days changed, with those that they had. */
  readonly ended: readonly Pick<HeldRoles, 'id' | 'kind' | 'during'>[]
  /** Terms that had not begun: they changed hands as they are. */
  readonly changed: readonly Pick<HeldRoles, 'id' | 'kind' | 'entityId' | 'personId'>[]
}

/**
 * Gives what somebody holds to another from a day on, until the day on which it would have ended. Raises `UserError`
 * where the other holds one of them already.
 */
export async function transferTerms(
  trx: Trx,
  held: readonly HeldRoles[],
  to: Successor,
  on: Day,
  { by, now }: { readonly by: number; readonly now: Date },
): Promise<TransferredTerms> {
  const begun = held.filter(({ ahead }) => !ahead)
  const ahead = held.filter((one) => one.ahead)
  const added: Pick<HeldRoles, 'id' | 'kind'>[] = []
  const earlier: TransferredTerms['ended'][number][] = []
  try {
    for (const one of ahead) await setHolder(trx, one, { entityId: to.entityId, personId: to.id })
    for (const one of begun) {
      await endTerm(trx, one, on)
      added.push({ kind: one.kind, id: await addTerm(trx, one, to, on, { by, now }) })
      if (one.what !== 'chair') continue
      for (const { id, before } of await keepFormerChairs(
        trx,
        { groupId: one.groupId, from: on },
        { createdBy: by, now },
      )) {
        if (before === null) added.push({ kind: 'role', id })
        else earlier.push({ kind: 'role', id, during: before })
      }
    }
  } catch (error) {
    throw overlaps(error)
      ? new UserError(
          `${to.name} or their entity holds one of these roles on some of these days already. Nothing was changed.`,
        )
      : error
  }
  return {
    added,
    ended: [...begun.map(({ id, kind, during }) => ({ id, kind, during })), ...earlier],
    changed: ahead.map(({ id, kind, entityId, personId }) => ({ id, kind, entityId, personId })),
  }
}

/** Takes it back. Raises `UserError` where somebody else holds one of them by now. */
export async function undoTransfer(
  trx: Trx,
  { added, ended, changed }: TransferredTerms,
  recorder: Pick<Recorder, 'by' | 'now'>,
): Promise<void> {
  for (const { id, kind } of added) {
    await trx.deleteFrom(tables[kind]).where('id', '=', id).execute()
  }
  await restoreTerms(
    trx,
    ended.filter(({ kind }) => kind === 'role'),
  )
  await restoreSeats(
    trx,
    ended.filter(({ kind }) => kind === 'seat'),
    recorder,
  )
  for (const one of changed) await setHolder(trx, one, one)
}

const tables = { role: 'roles', seat: 'seats' } as const

async function setHolder(
  trx: Trx,
  { kind, id }: Pick<HeldRoles, 'id' | 'kind'>,
  { entityId, personId }: Pick<HeldRoles, 'entityId' | 'personId'>,
): Promise<void> {
  if (kind === 'role') {
    await trx.updateTable('roles').set({ entityId, personId }).where('id', '=', id).execute()
  } else if (personId !== null) {
    await trx.updateTable('seats').set({ entityId, personId }).where('id', '=', id).execute()
  }
}

async function endTerm(trx: Trx, { kind, id }: HeldRoles, on: Day): Promise<void> {
  const until = (during: Expression<string>) => sql<string>`daterange(${firstDay(during)}, ${on}::date)`
  await trx
    .updateTable(tables[kind])
    .set(({ ref }) => ({ during: until(ref('during')) }))
    .where('id', '=', id)
    .execute()
}

async function addTerm(
  trx: Trx,
  { kind, groupId, what, during }: HeldRoles,
  to: Successor,
  on: Day,
  { by, now }: { readonly by: number; readonly now: Date },
): Promise<number> {
  const shared = {
    groupId,
    entityId: to.entityId,
    personId: to.id,
    // A term that ended by then anyhow is followed by one without a last day.
    during: sql<string>`daterange(${on}::date, nullif(upper(${during}::daterange), ${on}::date))`,
  }
  if (kind === 'role' && what !== 'principal' && what !== 'alternate') {
    const { id } = await trx
      .insertInto('roles')
      .values({ ...shared, role: what, createdBy: by, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  if (what !== 'principal' && what !== 'alternate' && what !== 'observer') {
    throw new Error(`${what} is not a seat`)
  }
  const { id } = await trx
    .insertInto('seats')
    .values({ ...shared, seat: what, recordedBy: by, recordedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
