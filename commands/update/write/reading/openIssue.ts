import { type NewsletterIssue, periodOf } from '../../../../db/newsletter/newsletters.ts'
import { UserError } from '../../../../src/core/errors.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import { contains, formatPeriod, type Period } from '../../../../src/core/time/period.ts'
import { issueChoices } from '../../../newsletter/issue/issue.ts'

/** The open issue of just these months. Raises `UserError`. */
export function issueNamed(open: readonly NewsletterIssue[], { from, to }: Period): NewsletterIssue {
  const named = open.find((issue) => issue.periodFrom === from && issue.periodTo === to)
  if (named) return named
  throw new UserError(`No issue for ${formatPeriod({ from, to })} is open for updates.`, {
    option: 'issue',
    choices: issueChoices(open),
  })
}

/** The open issue whose months hold a day; a bi-monthly one before an annual one, which gathers the year. */
export function issueOfDay(open: readonly NewsletterIssue[], day: Day | null): NewsletterIssue | undefined {
  if (day === null) return undefined
  const holding = open.filter((issue) => contains(periodOf(issue), day))
  return holding.find(({ kind }) => kind !== 'annual') ?? holding[0]
}
