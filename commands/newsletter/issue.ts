import { listNewsletters, type NewsletterIssue, periodOf } from '../../db/newsletter/newsletters.ts'
import type { Db } from '../../db/store/db.ts'
import { type Choice, UserError } from '../../src/core/errors.ts'
import { formatPeriod, type Period } from '../../src/core/time/period.ts'

/** The issue of a period, or with no period the open one, else the latest. Raises `UserError`. */
export async function issueOf(db: Db, period: Period | undefined): Promise<NewsletterIssue> {
  const issues = await listNewsletters(db, period ?? null, 5)
  const exact =
    period && issues.find((issue) => issue.periodFrom === period.from && issue.periodTo === period.to)
  const [first, second] = issues
  if (exact) return exact
  if (!first) {
    throw new UserError(
      period
        ? `There is no issue for ${formatPeriod(period)}; the secretariat opens one with /newsletter open.`
        : 'No issue has been opened yet; the secretariat opens one with /newsletter open.',
    )
  }
  const open = issues.filter(({ status }) => status === 'open')
  if (period ? !second : open.length < 2) return first
  throw new UserError(
    period
      ? `Several issues touch ${formatPeriod(period)}. Which one?`
      : 'Several issues are open. Which one?',
    {
      option: 'period',
      choices: issueChoices(period ? issues : open),
    },
  )
}

/** Issues to choose from, by their months. */
export function issueChoices(issues: readonly NewsletterIssue[]): readonly Choice[] {
  return issues.map((issue) => ({
    label: formatPeriod(periodOf(issue)),
    value: `${issue.periodFrom}..${issue.periodTo}`,
  }))
}
