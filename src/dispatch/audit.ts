import type { AuditEntry } from '../../db/ledger/audit.ts'
import type { NewLastChange } from '../../db/ledger/lastChanges.ts'
import type { Answer } from '../core/invocation.ts'
import type { Button, Message } from '../core/message.ts'
import type { Run } from './run.ts'

/** What the audit log holds of an invocation. */
export function auditEntry(
  { invocation: { caller }, trace, now }: Run,
  outcome: AuditEntry['outcome'],
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

/**
 * What an answer changed for its caller, with the button that takes it back; undefined where it changed no record, or
 * its caller has left.
 */
export function lastChange({ trace, now }: Run, { outcome, message }: Answer): NewLastChange | undefined {
  const { caller, command, subject } = trace
  if (outcome !== 'done' || !caller || command === 'profile forget') return undefined
  const undo = undoOf(message)
  if (!undo && subject === null) return undefined
  return {
    personId: caller.personId,
    command,
    at: now,
    said: undo ? JSON.stringify(message.summary) : null,
    undo: undo ? JSON.stringify(undo) : null,
  }
}

/** The button that takes back what a message says was done; undefined where it has none. */
export function undoOf({ blocks }: Message): Button | undefined {
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .find(({ label }) => label.startsWith('Undo'))
}

/**
 * The record that a command without changes shows, as `update:12` for `/update show U12`, or the one of which it shows a
 * part, as `meeting:1` for `/meeting agenda show M1`; null where it shows none.
 */
export function lookedAt(words: string, values: Readonly<Record<string, unknown>>): string | null {
  const [feature = '', ...action] = words.split(' ')
  for (const kind of action.length > 1 ? [...action.slice(0, 1), feature] : [feature]) {
    const value = values[kind]
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
    if (typeof id === 'number') return `${kind}:${id}`
  }
  return null
}
