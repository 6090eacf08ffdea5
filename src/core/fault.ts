import { randomBytes } from 'node:crypto'

/** A fault of ours as it is told: the same reference stands in the log, beside the cause. */
export interface Fault {
  /** Eight hex digits. */
  readonly reference: string
  readonly sentence: string
}

/** A new one. `untouched`: it is certain that nothing was changed; `retry` says what may be tried, as an order. */
export function newFault({
  untouched = false,
  retry = 'Please try again',
}: {
  readonly untouched?: boolean
  readonly retry?: string
} = {}): Fault {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  const far = untouched ? ', and nothing was changed' : ''
  return {
    reference,
    sentence: `Something went wrong on our side${far}. ${retry}; if it happens again, tell the secretariat the reference ${reference}.`,
  }
}
