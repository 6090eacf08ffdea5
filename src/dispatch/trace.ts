import type { Caller } from '../core/feature/caller.ts'
import type { ShownAddresses } from '../core/feature/feature.ts'
import type { Letter, Notice } from '../core/feature/notice.ts'

/** What is known of an invocation so far: for the audit log, and for the answer when it fails half-way. */
export interface InvocationTrace {
  caller: Caller | null
  /** `feature action`; empty until it is known. */
  command: string
  /** What was typed by option; undefined until it is known that the caller may use the command at all. */
  fields: Readonly<Record<string, string>> | undefined
  /** How the record stood as the form was opened from which that was sent. */
  present: Readonly<Record<string, string>> | undefined
  /** `meeting:12`. */
  subject: string | null
  /** Whether it is about several records of one kind, of which `subject` is the last. */
  several: boolean
  /** What is said elsewhere once the transaction is committed. */
  readonly notices: Notice[]
  readonly letters: Letter[]
  /** Whose addresses the answer shows. */
  readonly shown: ShownAddresses[]
}

export function newTrace(): InvocationTrace {
  return {
    caller: null,
    command: '',
    fields: undefined,
    present: undefined,
    subject: null,
    several: false,
    notices: [],
    letters: [],
    shown: [],
  }
}
