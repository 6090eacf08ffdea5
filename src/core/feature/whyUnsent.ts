/** Why a notice is not said though nothing failed, as the ledger keeps it: such a notice is never sent again. */
export const whyUnsent = {
  tooLate: 'it would have come too late to be of use',
  retired: 'the person has retired',
  left: 'the person has left this rule',
  off: 'the rule was switched off',
  untrue: 'it was no longer true when its hour came',
  quiet: 'it would have come in the quiet hours, and too late after them',
  sentAgain: 'it was sent again',
  standIn: 'who stands in for the person is asked',
  away: 'the person is away',
  passed: 'the moment had passed when it was set',
  saidOnce: 'the same is said once',
} as const

export type WhyUnsent = (typeof whyUnsent)[keyof typeof whyUnsent]

/** The kind of what tells somebody that they were retired, which reaches them all the same. */
export const lastWord = 'person-retired'
