import type { Account } from '../../src/core/address.ts'
import type { Audit } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Params, statement } from '../store/statement.ts'
import { enterLastChange, type NewLastChange } from './lastChanges.ts'

/**
 * `command` is `feature action`, empty if none was understood; `subject` is the record that it was about, such as
 * `meeting:12`; `reference` is what the caller was told to quote when it failed.
 */
export type AuditEntry = Readonly<Omit<Audit, 'id'>>

/** Records who did what to which record, from which platform, and how it ended. */
export async function recordAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  await one(trx, entry)
}

const one = statement((db, given: Params<AuditEntry>) => db.insertInto('audit').values(valuesOf(given)))

function valuesOf(given: Params<AuditEntry>) {
  const { at, personId, platform, account, command, subject, outcome, reference } = given
  return { at, personId, platform, account, command, subject, outcome, reference }
}

/** As `recordAudit`, with what somebody changed, which is their last change from now on: one statement for both. */
export async function recordChange(trx: Trx, entry: AuditEntry, last: NewLastChange): Promise<void> {
  await change(trx, { ...entry, ...last })
}

const change = statement((db, given: Params<AuditEntry & NewLastChange>) =>
  db
    .with('kept', (query) => enterLastChange(query, given))
    .insertInto('audit')
    .values(valuesOf(given)),
)

/** Records several at once. */
export async function recordAudits(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  await several(db, { entries: asRecords(entries) })
}

const several = statement((db, given: Params<{ entries: string }>) =>
  db
    .insertInto('audit')
    .columns(['at', 'personId', 'platform', 'account', 'command', 'subject', 'outcome', 'reference'])
    .expression((from) =>
      from
        .selectFrom(
          records<AuditEntry>(given.entries, {
            at: 'timestamptz',
            personId: 'int',
            platform: 'text',
            account: 'text',
            command: 'text',
            subject: 'text',
            outcome: 'text',
            reference: 'text',
          }),
        )
        .select(['n.at', 'n.personId', 'n.platform', 'n.account', 'n.command', 'n.subject'])
        .select(['n.outcome', 'n.reference']),
    ),
)

/** When somebody asked about which record, such as `meeting:12`; of some commands about none. */
export type SeenRecord = Readonly<Pick<Audit, 'at' | 'subject' | 'command'>>

/** What an account asked for since a moment, which lies not long ago; the last first, and five at most. */
export function seenRecords(
  db: Db,
  { platform, account }: Account,
  since: Date,
): Promise<readonly SeenRecord[]> {
  return seen(db, { platform, account, at: since })
}

const seen = statement((db, given: Params<Pick<AuditEntry, 'platform' | 'account' | 'at'>>) =>
  db
    .selectFrom('audit')
    .select(['at', 'subject', 'command'])
    .where('at', '>=', given.at)
    .where('platform', '=', given.platform)
    .where('account', '=', given.account)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(5),
)

/** Whether an account asked for anything after a moment, which lies not long ago. */
export async function askedSince(db: Db, { platform, account }: Account, at: Date): Promise<boolean> {
  const found = await since(db, { platform, account, at })
  return found.length > 0
}

const since = statement((db, given: Params<Pick<AuditEntry, 'platform' | 'account' | 'at'>>) =>
  db
    .selectFrom('audit')
    .select('id')
    .where('at', '>', given.at)
    .where('platform', '=', given.platform)
    .where('account', '=', given.account)
    .limit(1),
)
