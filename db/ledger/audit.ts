import { sql, type Transaction } from 'kysely'

import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export interface AuditEntry {
  readonly at: Date
  readonly personId: number | null
  readonly platform: string
  readonly account: string
  /** `feature action`; empty where none was understood. */
  readonly command: string
  /** The record that it was about: `meeting:12`. */
  readonly subject: string | null
  readonly outcome: 'done' | 'refused' | 'failed'
  /** What the caller was told to quote, where it failed. */
  readonly reference: string | null
}

/** Records who did what to which record, from which platform, and how it ended. */
export async function recordAudit(trx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  await trx.insertInto('audit').values(entry).execute()
}

/** Records several at once, in one statement whose text is always the same. */
export async function recordAudits(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  await sql`
    insert into audit (at, person_id, platform, account, command, subject, outcome, reference)
    select at, "personId", platform, account, command, subject, outcome, reference
    from json_to_recordset(${JSON.stringify(entries)}::json) as e (at timestamptz, "personId" int, platform text,
      account text, command text, subject text, outcome text, reference text)`.execute(db)
}
