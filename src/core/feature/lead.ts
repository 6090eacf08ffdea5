/**
 * How long before its subject a rule fires. Days are counted on the wall clock of the subject's zone, so that a
 * change of the clocks moves nothing; minutes are elapsed time.
 */
export interface Lead {
  /** `7d`: unique in its rule, and part of the ledger's keys. */
  readonly name: string
  readonly days: number
  readonly minutes: number
  /** The hour of that day, in minutes after midnight, instead of the subject’s own. */
  readonly at?: number
}
