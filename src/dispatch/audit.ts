import type { AuditEntry } from '../../db/ledger/audit.ts'
import type { Invocation } from '../core/invocation.ts'
import type { Trace } from './trace.ts'

/** What the audit log holds of an invocation. */
export function auditEntry(
  { caller }: Pick<Invocation, 'caller'>,
  trace: Trace,
  outcome: AuditEntry['outcome'],
  now: Date,
  reference: string | null = null,
): AuditEntry {
  return {
    at: now,
    personId: trace.caller?.personId ?? null,
    platform: caller.platform,
    account: caller.account,
    command: trace.command,
    subject: trace.subject,
    outcome,
    reference,
  }
}
