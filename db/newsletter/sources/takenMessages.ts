import { sql } from 'kysely'

import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** A message of a chat, as its platform names it within one workspace. */
export interface ChatMessage {
  readonly platform: string
  readonly tenant: string
  readonly message: string
}

/** A message that somebody takes something from, or is offered to. */
export interface TakenMessage extends ChatMessage {
  /** The account that takes it. */
  readonly account: string
  readonly said: string
}

/** How long after a message was taken a text may be posted that came of it. */
const takenMs = 86_400_000

/**
 * Notes a message that somebody takes. Taken again with other words, it has changed for the updates that came of it
 * before.
 */
export async function takeMessage(db: Db, taken: TakenMessage, now: Date): Promise<void> {
  await take(db, { ...taken, now })
}

const take = statement((db, given: Params<TakenMessage & { now: Date }>) =>
  db
    .insertInto('messageSources')
    .values({
      platform: given.platform,
      tenant: given.tenant,
      message: given.message,
      account: given.account,
      said: given.said,
      takenAt: given.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'tenant', 'message', 'account']).doUpdateSet(({ ref }) => {
        const says = ref('excluded.said')
        const said = ref('messageSources.said')
        const before = sql`coalesce(${ref('messageSources.nowSays')}, ${said})`
        const at = ref('messageSources.changedAt')
        return {
          takenAt: given.now,
          nowSays: sql<string | null>`nullif(${says}, ${said})`,
          gone: false,
          changedAt: sql<Date | null>`case when ${before} = ${says} then ${at} else ${given.now}::timestamptz end`,
        }
      }),
    ),
)

/** Forgets messages taken before a moment of which no update came. */
export async function sweepMessages(db: Db, before: Date): Promise<void> {
  await sweep(db, { before })
}

const sweep = statement((db, given: Params<{ before: Date }>) =>
  db.deleteFrom('messageSources').where('used', '=', false).where('takenAt', '<', given.before),
)

/** Whether something was taken from a message. */
export async function isMessageTaken(db: Db, { platform, tenant, message }: ChatMessage): Promise<boolean> {
  const found = await db
    .selectFrom('messageSources')
    .select('id')
    .where('platform', '=', platform)
    .where('tenant', '=', tenant)
    .where('message', '=', message)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Notes what a message says now; null for one that was deleted. */
export async function changeMessage(
  db: Db,
  { platform, tenant, message }: ChatMessage,
  says: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('messageSources as s')
    .set(({ ref }) => ({
      nowSays: sql<string | null>`nullif(${says}::text, ${ref('s.said')})`,
      gone: says === null,
      changedAt: now,
    }))
    .where('s.platform', '=', platform)
    .where('s.tenant', '=', tenant)
    .where('s.message', '=', message)
    .where(({ ref }) =>
      says === null
        ? sql<boolean>`not ${ref('s.gone')}`
        : sql<boolean>`coalesce(${ref('s.nowSays')}, ${ref('s.said')}) <> ${says}::text or ${ref('s.gone')}`,
    )
    .execute()
}

/** What an account took lately, the latest first. */
export async function lastTaken(
  trx: Trx,
  { platform, tenant, account }: Omit<TakenMessage, 'message' | 'said'>,
  now: Date,
) {
  return trx
    .selectFrom('messageSources')
    .select(({ ref, fn }) => ['id', 'used', fn.coalesce(ref('nowSays'), ref('said')).as('said')])
    .where('platform', '=', platform)
    .where('tenant', '=', tenant)
    .where('account', '=', account)
    .where('takenAt', '>', new Date(now.getTime() - takenMs))
    .orderBy('takenAt', 'desc')
    .limit(20)
    .execute()
}

/** Notes that these updates came of a message as it reads now. */
export async function linkSource(
  trx: Trx,
  { sourceId, said: text }: { readonly sourceId: number; readonly said: string },
  updates: readonly number[],
): Promise<void> {
  await trx
    .updateTable('messageSources')
    .set({ said: text, used: true, nowSays: null, gone: false, changedAt: null })
    .where('id', '=', sourceId)
    .execute()
  await trx
    .insertInto('updateSources')
    .values(updates.map((updateId) => ({ updateId, sourceId })))
    .execute()
}
