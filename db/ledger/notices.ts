import { sql, type Transaction } from 'kysely'

import type { Recipient } from '../../src/core/adapter.ts'
import type { Room } from '../../src/core/address.ts'
import type { Notice } from '../../src/core/feature/notice.ts'
import type { Message } from '../../src/core/message.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

/** Enters notices in the ledger; returns the ids of those that were not there yet. */
export async function queueNotices(
  trx: Transaction<Database>,
  notices: readonly Notice[],
  now: Date,
): Promise<number[]> {
  if (notices.length === 0) return []
  const rows = JSON.stringify(
    notices.map(({ key, personId, room, kind, subject, message, uselessAfter }) => ({
      key,
      person_id: personId ?? null,
      platform: room?.platform ?? null,
      tenant: room?.tenant ?? null,
      channel: room?.channel ?? null,
      kind,
      subject,
      body: message,
      useless_after: uselessAfter ?? null,
    })),
  )
  const result = await sql<{ id: number }>`
    insert into notices (key, person_id, platform, tenant, channel, kind, subject, body, useless_after, queued_at, created_at, state, tries)
    select key, person_id, platform, tenant, channel, kind, subject, body, useless_after, ${now}, ${now}, 'queued', 0
    from json_to_recordset(${rows}::json)
      as n(key text, person_id int, platform text, tenant text, channel text, kind text, subject text, body json,
        useless_after timestamptz)
    on conflict (key) do nothing
    returning id`.execute(trx)
  return result.rows.map((row) => row.id)
}

export interface ClaimedNotice {
  readonly kind: string
  /** What it is about, `meeting:12`. */
  readonly subject: string
  readonly message: Message
  /** From then on it is not said any more. */
  readonly uselessAfter: Date | null
  /** This try counted. */
  readonly tries: number
  /** Whom it is for; empty for a room. */
  readonly name: string
  /** Where it is said; else it is for the recipients. */
  readonly room: Room | undefined
  /**
   * Every account of the person that can be reached, the one linked last first; one with an empty platform
   * when there is none. Empty for a room.
   */
  readonly recipients: readonly Recipient[]
}

/**
 * Takes a queued notice in hand, as one statement, so that only one worker holds it. Undefined when it is
 * settled, meant for somebody who has retired, comes too late to be of use, or was left in the middle: that one is
 * marked ambiguous. `claim` names the hand: the same one may ask again, where it did not hear the answer.
 */
export async function claimNotice(
  db: Db,
  id: number,
  claim: string,
  now: Date,
): Promise<ClaimedNotice | undefined> {
  const result = await sql<{
    kind: string
    subject: string
    body: Message
    uselessAfter: Date | null
    tries: number
    platform: string | null
    tenant: string | null
    channel: string | null
    name: string | null
    email: string | null
    accounts: Recipient[] | null
  }>`
    with claimed as (
      update notices n set
        state = case
          when n.state = 'sending' and n.claim is distinct from ${claim} then 'ambiguous'
          when n.useless_after <= ${now} then 'dead'
          when exists (select 1 from people p where p.id = n.person_id and p.retired_on is not null) then 'dead'
          else 'sending' end,
        tries = tries + 1,
        sent_at = ${now},
        claim = ${claim},
        fault = case
          when n.state = 'sending' and n.claim is distinct from ${claim} then 'a worker ended between sending and saying so'
          when n.useless_after <= ${now} then 'it would have come too late to be of use'
          when exists (select 1 from people p where p.id = n.person_id and p.retired_on is not null) then 'the person has retired'
          else fault end
      where n.id = ${id} and n.state in ('queued', 'sending')
      returning n.id, n.state, n.kind, n.subject, n.tries, n.person_id, n.platform, n.tenant, n.channel, n.body, n.useless_after
    )
    select c.kind, c.subject, c.body, c.useless_after, c.tries, c.platform, c.tenant, c.channel, p.name, p.email, (
      select json_agg(json_build_object('platform', i.platform, 'tenant', i.tenant, 'account', i.account,
        'email', p.email, 'name', p.name) order by i.linked_at desc)
      from identities i where i.person_id = c.person_id and i.fault is null
    ) as accounts
    from claimed c left join people p on p.id = c.person_id where c.state = 'sending'`.execute(db)
  const [row] = result.rows
  if (!row) return undefined
  const { kind, subject, body, uselessAfter, tries, platform, tenant, channel } = row
  if (platform !== null && tenant !== null && channel !== null) {
    const room = { platform, tenant, channel }
    return { kind, subject, message: body, uselessAfter, tries, name: '', room, recipients: [] }
  }
  const nobody: Recipient = {
    platform: '',
    tenant: '',
    account: '',
    email: row.email,
    name: row.name ?? '',
  }
  return {
    kind,
    subject,
    message: body,
    uselessAfter,
    tries,
    name: nobody.name,
    room: undefined,
    recipients: row.accounts ?? [nobody],
  }
}

/**
 * Gives back a notice that surely was not sent, also one that others gave up meanwhile, for a later try; where
 * it was only not its turn, no try is counted.
 */
export async function releaseNotice(
  db: Db,
  id: number,
  until: Date,
  { counts }: { readonly counts: boolean } = { counts: true },
): Promise<void> {
  await sql`
    update notices set state = 'queued', queued_at = ${until}, tries = tries - ${counts ? 0 : 1}::int
    where id = ${id} and state in ('sending', 'ambiguous')`.execute(db)
}

/**
 * Notices queued before a moment and still not in anybody's hand, as after a worker died with their jobs: they
 * are queued anew, and a second job for one that was only slow does no harm, since it is claimed once.
 */
export async function requeueStale(
  trx: Transaction<Database>,
  before: Date,
  now: Date,
  limit: number,
): Promise<number[]> {
  const result = await sql<{ id: number }>`
    update notices n set queued_at = ${now}
    from (
      select id from notices where state = 'queued' and queued_at < ${before} order by queued_at limit ${limit} for update skip locked
    ) stale
    where n.id = stale.id
    returning n.id`.execute(trx)
  return result.rows.map((row) => row.id)
}

/** Marks as ambiguous what was taken in hand before a moment and never settled: its worker died. */
export async function abandonStale(db: Db, before: Date): Promise<void> {
  await sql`
    update notices set state = 'ambiguous', fault = 'a worker ended between sending and saying so'
    where state = 'sending' and sent_at < ${before}`.execute(db)
}

/** Says how the delivery ended; a dead or ambiguous one keeps the reason for the operator. */
export async function settleNotice(
  db: Db,
  id: number,
  state: 'sent' | 'ambiguous' | 'dead',
  fault: string | null,
  now: Date,
): Promise<void> {
  await sql`update notices set state = ${state}, fault = ${fault}, sent_at = ${now} where id = ${id}`.execute(
    db,
  )
}
