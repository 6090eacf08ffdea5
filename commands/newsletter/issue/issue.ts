import { listNewsletters, type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { lockIssue } from '../../../db/newsletter/states.ts'
import { type Choice, UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { formatPeriod, type Period } from '../../../src/core/time/period.ts'
import type { Context } from '../../define.ts'

/** The option that names an issue, in every command about one. */
export const period = option.period({
  about: 'Months or number: Q4 2026, No. 3; the open issue by default',
  issues: 'any',
})

/** The same, for what is done with published issues alone. */
export const publishedPeriod = {
  ...period,
  about: 'Months or number: Q4 2026, No. 3; the last one by default',
  issues: 'published',
} as const

/** The issue of a period, or with no period the open one, else the latest. Raises `UserError`. */
export async function issueOf(
  { db, caller }: Pick<Context, 'db'> & Partial<Pick<Context, 'caller'>>,
  wanted: Period | undefined,
): Promise<NewsletterIssue> {
  const issues = await listNewsletters(db, wanted ?? null, 12)
  const exact = issues.find(
    ({ periodFrom, periodTo }) => periodFrom === wanted?.from && periodTo === wanted.to,
  )
  const [first, second] = issues
  if (exact) return exact
  if (first && wanted && isWholeYear(wanted)) throw noAnnual(wanted, issues)
  if (!first) {
    throw new UserError(
      wanted
        ? `There is no issue for ${formatPeriod(wanted)}; the secretariat opens one with /newsletter open.`
        : 'No issue has been opened yet; the secretariat opens one with /newsletter open.',
      caller?.isSecretariat
        ? {
            buttons: [
              { ...button('Open an issue', 'newsletter open', opening(wanted), 'primary'), ask: true },
            ],
          }
        : {},
    )
  }
  const open = issues.filter(({ status }) => status === 'open')
  if (wanted ? !second : open.length < 2) return first
  throw new UserError(
    wanted
      ? `Several issues touch ${formatPeriod(wanted)}. Which one?`
      : 'Several issues are open. Which one?',
    {
      option: 'period',
      choices: issueChoices(wanted ? issues : open),
    },
  )
}

/** A whole year means its annual issue, and none of those that lie in it. */
function noAnnual(wanted: Period, issues: readonly NewsletterIssue[]): UserError {
  return new UserError(
    `There is no annual issue for ${formatPeriod(wanted)} yet. Which issue of that year do you mean?`,
    { option: 'period', choices: issueChoices(issues) },
  )
}

/** The same where only the annual issue of a year will do: the others of that year are not offered. */
export const annualIssueOf: typeof issueOf = async (context, wanted) => {
  if (!wanted || !isWholeYear(wanted)) return issueOf(context, wanted)
  const annual = (await listNewsletters(context.db, wanted, 12)).find(({ kind }) => kind === 'annual')
  if (annual) return annual
  throw new UserError(`There is no annual issue for ${formatPeriod(wanted)} yet.`, {
    buttons: [{ ...button('Open it', 'newsletter open', opening(wanted), 'primary'), ask: true }],
  })
}

/** From the first day of a year to its last. */
export function isWholeYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
}

/** Finds the issue of a period; with no period the latest in a status, and where none is, the one that `issueOf` finds. */
function latestThat(is: NewsletterIssue['status']): typeof issueOf {
  return async (context, wanted) => {
    if (wanted) return issueOf(context, wanted)
    const issues = await listNewsletters(context.db, null, 12)
    return issues.find(({ status }) => status === is) ?? issueOf(context, wanted)
  }
}

export const publishedIssueOf = latestThat('published')
export const approvedIssueOf = latestThat('approved')

function opening(wanted: Period | undefined): Readonly<Record<string, string>> {
  return wanted ? { period: `${wanted.from}..${wanted.to}` } : {}
}

/** Issues to choose from, by their months. */
export function issueChoices(issues: readonly NewsletterIssue[]): readonly Choice[] {
  return issues.slice(0, 5).map((issue) => ({
    label: `${formatPeriod(periodOf(issue))}${issue.kind === 'annual' ? ', annual' : ''}`,
    value: monthsOf(issue).period,
  }))
}

/** The issue meant, held until this command ends, so that two of the secretariat do not overtake each other. */
export async function heldIssue(
  context: Context,
  asked: Period | undefined,
  find = issueOf,
): Promise<NewsletterIssue> {
  const issue = await find(context, asked)
  const held = await lockIssue(context.db, issue.id)
  context.about(`newsletter:${issue.id}`)
  return { ...issue, ...held }
}

/** `No. 3 (March–April 2023)`, `the annual issue (2023)`. */
export function issueName(issue: NewsletterIssue): string {
  return issue.kind === 'annual'
    ? `the annual issue (${formatPeriod(periodOf(issue))})`
    : `No. ${issue.number} (${formatPeriod(periodOf(issue))})`
}

/** The same at the beginning of a sentence. */
export function calledFirst(issue: NewsletterIssue): string {
  return issueName(issue).replace(/^the /, 'The ')
}

/** `No. 3, March–April 2023`, `Annual issue, 2023`: at the beginning of a sentence. */
export function shortNameOf(issue: NewsletterIssue): string {
  const name = issue.kind === 'annual' ? 'Annual issue' : `No. ${issue.number}`
  return `${name}, ${formatPeriod(periodOf(issue))}`
}

/** The option `period` that refers to exactly this issue. */
export function monthsOf(issue: NewsletterIssue): { readonly period: string } {
  return { period: `${issue.periodFrom}..${issue.periodTo}` }
}

/** Raises `UserError` unless the issue is in one of these states. */
export function requireStatus(issue: NewsletterIssue, ...wanted: readonly NewsletterIssue['status'][]): void {
  if (wanted.includes(issue.status)) return
  throw new UserError(
    issue.status === 'published'
      ? `${shortNameOf(issue)} is published: what was printed stays. A mistake in it is put right with /newsletter correct.`
      : `${shortNameOf(issue)} is ${issue.status}. Nothing was changed.`,
  )
}
