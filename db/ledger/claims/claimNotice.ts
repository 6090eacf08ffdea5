import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Recipient } from '../../../src/core/adapter.ts'
import type { Room } from '../../../src/core/address.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Notices } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

export interface ClaimedNotice {
  readonly kind: string
  /** What it is about, `meeting:12`. */
  readonly subject: string
  readonly message: Message
  /** From then on it is no longer said. */
  readonly uselessAfter: Date | null
  /** The key of the rule that it comes from. */
  readonly rule: string | null
  /** When it was to be said. */
  readonly dueAt: Date
  /** This try included. */
  readonly tries: number
  /** Since when it may have been said without our knowing; null where it surely was not. */
  readonly doubtSince: Date | null
  /** Whom it is for; empty for a room. */
  readonly name: string
  /** How the person wants to be reached: a platform, or `email`; null for the account used last. */
  readonly via: string | null
  /** Where it is said; else it is for the recipients. */
  readonly room: Room | undefined
  /**
   * Every account of the person that can be reached, the one to try first before the others; one with an empty
   * platform when there is none. Empty for a room.
   */
  readonly recipients: readonly Recipient[]
}

/**
 * Claims a queued notice for one worker, in one statement. Undefined when it is settled, meant for somebody who has
 * retired, comes too late to be of use, or is in another hand. `claim` names the worker's attempt: the same one may ask
 * again if it did not hear the answer.
 */
export async function claimNotice(
  db: Db,
  id: number,
  claim: string,
  now: Date,
): Promise<ClaimedNotice | undefined> {
  const [row] = await claimed(db, { id, claim, now })
  if (!row) return undefined
  const { kind, subject, body, uselessAfter, tries, doubtSince, platform, tenant, channel, rule, dueAt } = row
  const notice = { kind, subject, message: body, uselessAfter, tries, doubtSince, rule, dueAt }
  if (platform !== null && tenant !== null && channel !== null) {
    return { ...notice, name: '', via: null, room: { platform, tenant, channel }, recipients: [] }
  }
  const name = row.name ?? ''
  const nobody: Recipient = { platform: '', tenant: '', account: '', email: row.email, name }
  return { ...notice, name, via: row.via, room: undefined, recipients: row.accounts ?? [nobody] }
}

interface Claim {
  readonly id: number
  readonly claim: string
  readonly now: Date
}

const claimed = statement((db, given: Given<Claim>) =>
  db
    .with('claimed', (query) =>
      query
        .updateTable('notices as n')
        .set((eb) => {
          const late = eb('n.uselessAfter', '<=', given.now)
          const retired = eb.exists(
            eb
              .selectFrom('people as p')
              .select('p.id')
              .whereRef('p.id', '=', 'n.personId')
              .where('p.retiredOn', 'is not', null),
          )
          return {
            state: sql<Notices['state']>`case when ${late} or ${retired} then 'dead' else 'sending' end`,
            fault: sql<string | null>`case when ${late} then 'it would have come too late to be of use'
              when ${retired} then 'the person has retired' else ${eb.ref('n.fault')} end`,
            tries: eb('n.tries', '+', 1),
            sentAt: given.now,
            claim: given.claim,
          }
        })
        .where('n.id', '=', given.id)
        .where((eb) =>
          eb.or([
            eb('n.state', '=', 'queued'),
            eb.and([eb('n.state', '=', 'sending'), eb('n.claim', '=', given.claim)]),
          ]),
        )
        .returning(['n.state', 'n.kind', 'n.subject', 'n.body', 'n.uselessAfter', 'n.tries', 'n.personId'])
        .returning('n.doubtSince')
        .returning(['n.platform', 'n.tenant', 'n.channel', 'n.account', 'n.rule'])
        .returning(({ ref }) =>
          sql<Date>`greatest(${ref('n.createdAt')}, ${ref('n.foldedUntil')})`.as('dueAt'),
        ),
    )
    .selectFrom('claimed as c')
    .leftJoin('people as p', 'p.id', 'c.personId')
    .leftJoin('reminderSettings as s', 's.personId', 'c.personId')
    .select(['c.kind', 'c.subject', 'c.body', 'c.uselessAfter', 'c.tries', 'c.doubtSince'])
    .select(['c.platform', 'c.tenant', 'c.channel', 'p.name', 'p.email', 's.via', 'c.rule', 'c.dueAt'])
    .select(({ ref, selectFrom }) =>
      selectFrom('identities as i')
        .whereRef('i.personId', '=', 'c.personId')
        .where('i.fault', 'is', null)
        .where((eb) =>
          eb.or([
            eb('c.account', 'is', null),
            eb.and([
              eb('i.platform', '=', eb.ref('c.platform')),
              eb('i.tenant', '=', eb.ref('c.tenant')),
              eb('i.account', '=', eb.ref('c.account')),
            ]),
          ]),
        )
        .select((eb) =>
          eb.fn
            .jsonAgg(
              jsonBuildObject({
                platform: eb.ref('i.platform'),
                tenant: eb.ref('i.tenant'),
                account: eb.ref('i.account'),
                email: ref('p.email'),
                name: ref('p.name').$notNull(),
              }),
            )
            // The platform that the person asked for, then the one that they used last.
            .orderBy(eb('i.platform', 'is distinct from', eb.ref('s.via')))
            .orderBy(
              eb(
                'i.platform',
                'is distinct from',
                eb
                  .selectFrom('audit as a')
                  .whereRef('a.personId', '=', 'c.personId')
                  .select('a.platform')
                  .orderBy('a.at', 'desc')
                  .limit(1),
              ),
            )
            .orderBy('i.linkedAt', 'desc')
            .as('accounts'),
        )
        .as('accounts'),
    )
    .where('c.state', '=', 'sending'),
)
