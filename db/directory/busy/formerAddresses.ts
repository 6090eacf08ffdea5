import { sql } from 'kysely'

import type { KeepKey } from '../../../src/core/keep.ts'
import { dropKept, readKept, writeKept } from '../../ledger/kept.ts'
import type { BusyAddresses } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { forgetBusyAddress, setBusyAddress } from './addresses.ts'

/** How long an address can be brought back after another replaced it or its person was retired. */
export const formerDays = 30
const formerMs = formerDays * 86_400_000
/** How many former addresses of a person are kept. */
const most = 5

/** Still sealed; JSON, so its times are texts. */
interface Former {
  readonly address: string
  readonly host: string
  readonly setAt: string
  readonly readAt: string | null
  /** Whether it ended with its person's retirement, and not since they gave another one. */
  readonly retired: boolean
}

type Standing = Readonly<Pick<BusyAddresses, 'address' | 'host' | 'setAt' | 'readAt'>>

/** Keeps for a while what an undo needs of the address that is about to be forgotten; undefined where there is none. */
export async function keepFormerAddress(
  trx: Trx,
  personId: number,
  { now, retired }: { readonly now: Date; readonly retired: boolean },
): Promise<Standing | undefined> {
  const standing = await standingAddress(trx, personId)
  if (!standing) return undefined
  const { address, host, setAt, readAt } = standing
  const last = {
    ...{ address, host, retired },
    setAt: setAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
  await writeFormer(trx, personId, [last, ...(await formerOf(trx, personId, now))], now)
  return standing
}

export async function standingAddress(db: Db, personId: number): Promise<Standing | undefined> {
  const [row] = await standing(db, { personId })
  return row
}

const standing = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('busyAddresses')
    .select(['address', 'host', 'setAt', 'readAt'])
    .where('personId', '=', given.personId),
)

/** The last former address of a person: replaced, or ended by a retirement; undefined where none is kept any more. */
export async function formerAddress(db: Db, personId: number, now: Date): Promise<Former | undefined> {
  const [last] = await formerOf(db, personId, now)
  return last
}

/** Brings the last address back, which is due to be read at once. */
export async function restoreFormerAddress(trx: Trx, personId: number, now: Date): Promise<void> {
  const [last, ...earlier] = await formerOf(trx, personId, now)
  if (!last) return
  await setBusyAddress(trx, { personId, address: last.address, host: last.host }, now)
  const set = { setAt: new Date(last.setAt), readAt: last.readAt === null ? null : new Date(last.readAt) }
  await asBefore(trx, { personId, ...set })
  await writeFormer(trx, personId, earlier, now)
}

const asBefore = statement(
  (db, given: Params<{ personId: number } & Pick<BusyAddresses, 'setAt' | 'readAt'>>) =>
    db
      .updateTable('busyAddresses')
      .set({ setAt: given.setAt, readAt: given.readAt })
      .where('personId', '=', given.personId),
)

/** Brings back the address of somebody who is no longer retired. False where it is no longer kept. */
export async function restoreWithPerson(trx: Trx, personId: number, now: Date): Promise<boolean> {
  const last = await formerAddress(trx, personId, now)
  if (!last?.retired) return false
  await restoreFormerAddress(trx, personId, now)
  return true
}

/** Keeps the addresses of people who are about to be retired. */
export async function keepFormerAddresses(trx: Trx, personIds: readonly number[], now: Date): Promise<void> {
  if (personIds.length === 0) return
  for (const { personId } of await withAddress(trx, { personIds: [...personIds] }))
    await keepFormerAddress(trx, personId, { now, retired: true })
}

const withAddress = statement((db, given: Params<{ personIds: number[] }>) =>
  db
    .selectFrom('busyAddresses')
    .select('personId')
    .where(({ ref }) => sql<boolean>`${ref('personId')} = any (${given.personIds}::int[])`)
    .orderBy('personId'),
)

/** Brings back the addresses of people who are no longer retired, where they are still kept. */
export async function restoreWithPeople(trx: Trx, personIds: readonly number[], now: Date): Promise<void> {
  if (personIds.length === 0) return
  const { platform, kind } = placeOf(0)
  for (const { key } of await withFormer(trx, { platform, kind, keys: personIds.map(String) }))
    await restoreWithPerson(trx, Number(key), now)
}

const withFormer = statement((db, given: Params<Pick<KeepKey, 'platform' | 'kind'> & { keys: string[] }>) =>
  db
    .selectFrom('kept')
    .select('key')
    .where('platform', '=', given.platform)
    .where('kind', '=', given.kind)
    .where(({ ref }) => sql<boolean>`${ref('key')} = any (${given.keys}::text[])`)
    .orderBy('key'),
)

/** The addresses of a person that may come back, the latest first: what of them may be shown, and until when they are kept. */
export async function keptAddresses(db: Db, personId: number, now: Date) {
  const kept = await readKept(db, placeOf(personId), now)
  if (!kept) return []
  const keptUntil = new Date(kept.at.getTime() + formerMs)
  return (kept.value as readonly Former[]).map(({ host, setAt, readAt }) => ({
    host,
    setAt,
    readAt,
    keptUntil,
  }))
}

/** Forgets a person's address and all former ones for good. False where there was none. */
export async function forgetAllAddresses(trx: Trx, personId: number): Promise<boolean> {
  await dropKept(trx, placeOf(personId))
  return forgetBusyAddress(trx, personId)
}

async function formerOf(db: Db, personId: number, now: Date): Promise<readonly Former[]> {
  // Written below, and by nobody else.
  return ((await readKept(db, placeOf(personId), now))?.value ?? []) as readonly Former[]
}

async function writeFormer(trx: Trx, personId: number, former: readonly Former[], now: Date): Promise<void> {
  if (former.length === 0) {
    await dropKept(trx, placeOf(personId))
    return
  }
  const expiresAt = new Date(now.getTime() + formerMs)
  await writeKept(trx, placeOf(personId), former.slice(0, most), expiresAt, now)
}

function placeOf(personId: number): KeepKey {
  return { platform: 'directory', tenant: '-', kind: 'former-calendar', key: String(personId) }
}
