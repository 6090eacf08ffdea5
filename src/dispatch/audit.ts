import type { Transaction } from 'kysely'

import { type AuditEntry, recordAudit } from '../../db/ledger/audit.ts'
import type { Database } from '../../db/store/schema.ts'
import type { Invocation } from '../core/invocation.ts'
import type { Turn } from './turn.ts'

/** Records what became of an invocation, in its own transaction. */
export async function audit(
  trx: Transaction<Database>,
  invocation: Invocation,
  turn: Turn,
  outcome: AuditEntry['outcome'],
  now: Date,
  reference: string | null = null,
): Promise<void> {
  await recordAudit(trx, entryOf(invocation, turn, outcome, now, reference))
}

/** What is recorded of an invocation. */
export function entryOf(
  { caller }: Invocation,
  turn: Turn,
  outcome: AuditEntry['outcome'],
  now: Date,
  reference: string | null = null,
): AuditEntry {
  return {
    at: now,
    personId: turn.caller?.personId ?? null,
    platform: caller.platform,
    account: caller.account,
    command: turn.command,
    subject: turn.subject,
    outcome,
    reference,
  }
}
