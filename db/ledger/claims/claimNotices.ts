import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Recipient } from '../../../src/core/adapter.ts'
import type { Room } from '../../../src/core/address.ts'
import { lastWord, whyUnsent } from '../../../src/core/feature/whyUnsent.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Notices } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { notUsedLast } from './notUsedLast.ts'

export interface ClaimedNotice {
  readonly id: number
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
  /** The zone that the person or their platform gave; null for a room, or where only the directory tells one. */
  readonly zone: string | null
  /** The zone in which times are written for them; null for a room. */
  readonly clock: string | null
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
 * Claims waiting notices for one worker, in one statement, and gives them in the order of their numbers. Missing are
 * those that are settled, come too late to be of use, are in another hand, or are meant for somebody who has retired,
 * except the one that tells them so.
 * `claim` names the worker's attempt: the same one may ask again if it did not hear the answer.
 */
export async function claimNotices(
  db: Db,
  ids: readonly number[],
  claim: string,
  now: Date,
): Promise<readonly ClaimedNotice[]> {
  const rows = await claimed(db, { ids: [...ids], claim, now })
  return rows.map(({ body, platform, tenant, channel, accounts, name, email, via, zoneFrom, ...row }) => {
    const notice = {
      ...row,
      message: body,
      name: name ?? '',
      zone: null,
      clock: row.zone,
      via: null,
      room: undefined,
      recipients: [],
    }
    if (platform !== null && tenant !== null && channel !== null)
      return { ...notice, room: { platform, tenant, channel } }
    const nobody: Recipient = { platform: '', tenant: '', account: '', email, name: notice.name }
    const zone = zoneFrom === 'directory' ? null : row.zone
    return { ...notice, zone, via, recipients: accounts ?? [nobody] }
  })
}

interface Claim {
  readonly ids: number[]
  readonly claim: string
  readonly now: Date
}

const claimed = statement((db, given: Params<Claim>) =>
  db
    // What is joined may be older than the row that is taken, by less than a statement may last. It takes longer than
    // that until what was in another hand comes into doubt.
    .with('taken', (query) =>
      query
        .updateTable('waiting as w')
        .from('notices as n')
        .leftJoin('people as p', 'p.id', 'n.personId')
        .leftJoin('reminderSettings as s', 's.personId', 'n.personId')
        .set({ claim: given.claim, keptAt: given.now })
        .where(({ ref }) => sql<boolean>`${ref('w.noticeId')} = any (${given.ids}::bigint[])`)
        .whereRef('n.id', '=', 'w.noticeId')
        .where((eb) => eb.or([eb('w.claim', 'is', null), eb('w.claim', '=', given.claim)]))
        .returning(['n.id', 'n.kind', 'n.subject', 'n.body', 'n.uselessAfter', 'n.tries', 'n.personId'])
        .returning(['n.platform', 'n.tenant', 'n.channel', 'n.account', 'n.rule', 'n.doubtSince'])
        .returning(['p.name', 'p.email', 'p.zone', 'p.zoneFrom', 's.via'])
        .returning(({ ref }) => [
          sql<Date>`greatest(${ref('n.createdAt')}, ${ref('n.foldedUntil')})`.as('dueAt'),
          sql<
            string | null
          >`case when ${ref('n.uselessAfter')} <= ${given.now} then ${sql.lit(whyUnsent.tooLate)}
            when ${ref('p.retiredOn')} is not null and ${ref('n.kind')} <> ${sql.lit(lastWord)} then ${sql.lit(whyUnsent.retired)} end`.as(
            'why',
          ),
        ]),
    )
    .with('unsaid', (query) =>
      query
        .updateTable('notices as n')
        .from('taken')
        .set((eb) => ({
          state: sql<Notices['state']>`'dead'`,
          fault: eb.ref('taken.why'),
          tries: eb('n.tries', '+', 1),
          sentAt: given.now,
        }))
        .whereRef('n.id', '=', 'taken.id')
        .where('taken.why', 'is not', null),
    )
    .selectFrom('taken as c')
    .where('c.why', 'is', null)
    .select(['c.id', 'c.kind', 'c.subject', 'c.body', 'c.uselessAfter', 'c.doubtSince'])
    .select(['c.platform', 'c.tenant', 'c.channel', 'c.name', 'c.email', 'c.via', 'c.rule', 'c.dueAt'])
    .select(['c.zone', 'c.zoneFrom'])
    .select((eb) => eb('c.tries', '+', 1).as('tries'))
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
                email: ref('c.email'),
                name: ref('c.name').$notNull(),
              }),
            )
            // The platform that the person asked for, then the one that they used last.
            .orderBy(eb('i.platform', 'is distinct from', eb.ref('c.via')))
            .orderBy(notUsedLast(eb.ref('c.personId'), eb.ref('i.platform')))
            .orderBy('i.linkedAt', 'desc')
            .as('accounts'),
        )
        .as('accounts'),
    )
    .orderBy('c.id'),
)
