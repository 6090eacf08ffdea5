import type { Caller } from '../core/feature/caller.ts'
import type { ShownAddresses } from '../core/feature/feature.ts'
import type { Letter, Notice } from '../core/feature/notice.ts'
import type { Invocation } from '../core/invocation.ts'
import type { Services } from './services.ts'

/** One invocation on its way through the dispatcher. */
export interface Run {
  readonly services: Services
  readonly invocation: Invocation
  readonly trace: InvocationTrace
  /** The same moment for everything that is done and recorded. */
  readonly now: Date
}

/** What is known of an invocation so far, filled in on the way: for the audit log, and for the answer if it fails. */
export interface InvocationTrace {
  caller: Caller | null
  /** `feature action`; empty until it is known. */
  command: string
  /** What was typed, by option; undefined until it is known that the caller may use the command at all. */
  fields: Readonly<Record<string, string>> | undefined
  /** For a form that changes a record: how the record stood when the form was opened. */
  present: Readonly<Record<string, string>> | undefined
  /** `meeting:12`. */
  subject: string | null
  /** It is about several records of one kind, of which `subject` is the last. */
  several: boolean
  /** What is said elsewhere after the commit. */
  readonly notices: Notice[]
  readonly letters: Letter[]
  /** Whose addresses the answer shows. */
  readonly shown: ShownAddresses[]
}

/** Begins the run of an invocation now. */
export function newRun(services: Services, invocation: Invocation): Run {
  const trace = {
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
  return { services, invocation, trace, now: services.clock.now() }
}
