import type { Account } from '../../src/core/address.ts'
import type { KeepKey } from '../../src/core/keep.ts'
import type { Kept } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

export type KeptRow = Readonly<Pick<Kept, 'platform' | 'tenant' | 'kind' | 'key' | 'value' | 'at'>>

function keyOf({ platform, kind, tenant, key }: Params<KeepKey>) {
  return { platform, kind, tenant, key }
}

const keyColumns = ['platform', 'kind', 'tenant', 'key'] as const

/** What stands under a key and has not expired. */
export async function readKept(db: Db, of: KeepKey, now: Date): Promise<KeptRow | undefined> {
  const [row] = await read(db, { ...of, now })
  return row
}

const read = statement((db, given: Params<KeepKey & { now: Date }>) =>
  living(db, given).where(({ and }) => and(keyOf(given))),
)

function living(db: QueryBuilder, { now }: Params<{ now: Date }>) {
  return db
    .selectFrom('kept')
    .select([...keyColumns, 'value', 'at'])
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
}

/** Stores a value, whatever stood there; without `expiresAt` for good. */
export async function writeKept(
  db: Db,
  of: KeepKey,
  value: unknown,
  expiresAt: Date | undefined,
  now: Date,
): Promise<void> {
  await write(db, { ...of, value: jsonOf(value), expiresAt: expiresAt ?? null, now })
}

/** JSON without NUL and halves of characters in its texts, which the store refuses; a form may send either. */
function jsonOf(value: unknown): string {
  const json = JSON.stringify(value)
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'string' ? part.replace(/[\p{Cs}\0]/gu, '') : part,
  )
}

interface Entry extends KeepKey {
  /** JSON. */
  readonly value: string
  readonly expiresAt: Date | null
  readonly now: Date
}

const write = statement((db, given: Params<Entry>) => put(db, given, 'always'))

function put(db: QueryBuilder, given: Params<Entry>, over: 'always' | 'expired') {
  return db
    .insertInto('kept')
    .values({ ...keyOf(given), value: given.value, at: given.now, expiresAt: given.expiresAt })
    .onConflict((conflict) => {
      const update = conflict.columns(keyColumns).doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        at: ref('excluded.at'),
        expiresAt: ref('excluded.expiresAt'),
      }))
      return over === 'always' ? update : update.where('kept.expiresAt', '<=', given.now)
    })
}

/** Stores a value unless an unexpired one is there. Of many callers at once, exactly one gets true. */
export async function claimKept(
  db: Db,
  of: KeepKey,
  value: unknown,
  expiresAt: Date | undefined,
  now: Date,
): Promise<boolean> {
  const claimed = await claim(db, {
    ...of,
    value: jsonOf(value),
    expiresAt: expiresAt ?? null,
    now,
  })
  return claimed.length > 0
}

const claim = statement((db, given: Params<Entry>) => put(db, given, 'expired').returning('key'))

/** False when there was none. */
export async function dropKept(db: Db, of: KeepKey): Promise<boolean> {
  const dropped = await drop(db, of)
  return dropped.length > 0
}

const drop = statement((db, given: Params<KeepKey>) =>
  db
    .deleteFrom('kept')
    .where(({ and }) => and(keyOf(given)))
    .returning('key'),
)

/** All of a kind on a platform, by key; of one tenant if it is named. */
export async function listKept(
  db: Db,
  { platform, kind, tenant }: { readonly platform: string; readonly kind: string; readonly tenant?: string },
  now: Date,
): Promise<readonly KeptRow[]> {
  return list(db, { platform, kind, tenant: tenant ?? null, now })
}

const list = statement(
  (db, given: Params<{ platform: string; kind: string; tenant: string | null; now: Date }>) =>
    living(db, given)
      .where('platform', '=', given.platform)
      .where('kind', '=', given.kind)
      .where((eb) => eb.or([isMissing(given.tenant, 'text'), eb('tenant', '=', given.tenant)]))
      .orderBy('tenant')
      .orderBy('key'),
)

/** Drops what expired before a moment. */
export async function sweepKept(db: Db, before: Date): Promise<void> {
  await sweep(db, { before })
}

const sweep = statement((db, given: Params<{ before: Date }>) =>
  db.deleteFrom('kept').where('expiresAt', '<', given.before),
)

/** Accounts of these people, and of the secretariat, whose page (kind `home`) was put since a moment. */
export async function openHomes(
  db: Db,
  platform: string,
  people: readonly number[],
  since: Date,
): Promise<readonly Account[]> {
  return homes(db, { platform, people, since })
}

const homes = statement((db, given: Params<{ platform: string; people: readonly number[]; since: Date }>) =>
  db
    .selectFrom('kept as k')
    .innerJoin('identities as i', (join) =>
      join
        .onRef('i.platform', '=', 'k.platform')
        .onRef('i.tenant', '=', 'k.tenant')
        .onRef('i.account', '=', 'k.key'),
    )
    .innerJoin('people as p', 'p.id', 'i.personId')
    .select(['k.platform', 'k.tenant', 'i.account'])
    .where('k.platform', '=', given.platform)
    .where('k.kind', '=', 'home')
    .where('k.at', '>', given.since)
    .where((eb) => eb.or([eb('p.isSecretariat', 'is', true), eb('p.id', '=', eb.fn.any(given.people))]))
    .limit(200),
)
