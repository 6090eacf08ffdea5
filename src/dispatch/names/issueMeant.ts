import { issueNumbered, periodsOfIssues } from '../../../db/newsletter/issueNumbered.ts'
import { listNewsletters, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import type { Option } from '../../core/option.ts'
import type { TimeReference } from '../../core/time/day.ts'
import { monthsOfYears, type Period } from '../../core/time/period.ts'
import { plainDigits } from '../../core/time/reading/token.ts'

/** The period of the issue that `No. 2` or `annual` means; undefined for what may be a period. Raises `UserError`. */
export async function issueTyped(db: Db, text: string): Promise<Period | undefined> {
  const number = /^(?:(?:issue|newsletter) )?(?:no\.?|number|nr\.?|n[°º]|numéro|№|#)? ?(\d{1,3})$/i.exec(
    plainDigits(text),
  )?.[1]
  const kind = /^(?:the )?(annual|bi-monthly|bimonthly)(?: one| issue| newsletter)?$/i.exec(text)?.[1]
  const [, year] =
    /^(?:the )?(?:annual(?: issue| newsletter)?(?: of)? (?=\d))?(\d{4})(?:,? annual(?: issue| newsletter)?)?$/i.exec(
      plainDigits(text),
    ) ?? []
  if (year !== undefined && /annual/i.test(text)) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (number === undefined && kind === undefined) return presentIssue(db, text)
  const wanted = {
    number: number === undefined ? null : Number(number),
    annual: kind?.toLowerCase() === 'annual',
  }
  const issue = await issueNumbered(db, wanted)
  if (issue) return periodOf(issue)
  throw new UserError(
    number === undefined
      ? `There is no ${kind} issue yet; the secretariat opens one with /newsletter open.`
      : `There is no issue No. ${Number(number)}. Give its number or its months, e.g. November-December 2026.`,
  )
}

/** The one open issue that `the current one` means, else the latest; undefined for other words, and where several are open. */
async function presentIssue(db: Db, text: string): Promise<Period | undefined> {
  if (!present.test(text)) return undefined
  const issues = await listNewsletters(db, null, 12)
  const open = issues.filter(({ status }) => status === 'open')
  const issue = open.length === 0 ? issues[0] : open[1] === undefined ? open[0] : undefined
  return issue && periodOf(issue)
}

const present =
  /^(?:(?:for|of|in) )?(?:the )?(?:current|present|open|this|latest|newest|last)(?: one| issue| newsletter| letter)?[.!?]?$/i

/** The period of the nearest issue of months that are typed without their year. */
export async function issueOfMonths(
  db: Db,
  text: string,
  issues: Option['issues'],
  here: TimeReference,
): Promise<Period | undefined> {
  const months = issues === undefined ? [] : monthsOfYears(text, here)
  if (months.length === 0) return undefined
  const known = await periodsOfIssues(db, months, issues === 'published')
  return months.find(({ from, to }) => known.some((one) => one.from === from && one.to === to))
}
