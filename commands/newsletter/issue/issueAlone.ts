import { issueNumbered } from '../../../db/newsletter/issueNumbered.ts'
import { listNewsletters, type NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { orUserError, UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { readPeriod } from '../../../src/core/time/period.ts'
import type { Context } from '../../define.ts'
import { monthsOf, publishedIssueOf, shortNameOf } from './issue.ts'

/** Raises `UserError` for a note that says nothing but which issue is meant: `1`, `No. 3`, `2026`, `annual`. */
export async function refuseIssueAlone(context: Context, note: string): Promise<void> {
  const issue = await issueNamed(context, note.trim().replace(/[.!]$/, ''))
  if (!issue) return
  throw new UserError(
    `Say what was corrected in ${shortNameOf(issue)}, in a sentence for its readers. Nothing was changed.`,
    {
      option: 'note',
      buttons: [{ ...button('Correct it', 'newsletter correct', monthsOf(issue), 'primary'), ask: true }],
    },
  )
}

/**
 * The issue that a note begins with, and what is left of the note: `No. 1 "The date was wrong"`, `1: the date was
 * wrong`. Undefined for a note that names none, or goes on as a sentence does: “2 dates were wrong”.
 */
export async function issueBefore(
  context: Context,
  note: string,
): Promise<{ readonly issue: NewsletterIssue; readonly note: string } | undefined> {
  const [, text = '', quoted, rest = ''] =
    /^(.{1,40}?)(?:: | ?(["“«]))(.+)$/u.exec(note.trim()) ??
    /^((?:issue |newsletter )?(?:no\.? ?|nr\.? ?|#)\d{1,3})()[, ] ?(.+)$/i.exec(note.trim()) ??
    []
  await refuseBareNumber(context, note.trim())
  const words = quoted ? rest.replace(/["”»]$/u, '') : rest
  const issue = text === '' ? undefined : await issueNamed(context, text)
  return issue && { issue, note: words.trim() }
}

/** Raises `UserError` for `1 Date of the delivery`, where the number may be the issue’s or the first word of the note. */
async function refuseBareNumber(context: Context, note: string): Promise<void> {
  const [, number, rest = ''] = /^(\d{1,3}) (\p{Lu}\p{Ll}.*)$/u.exec(note) ?? []
  const issue =
    number === undefined
      ? undefined
      : await issueNumbered(context.db, { number: Number(number), annual: false })
  if (issue?.status !== 'published') return
  const latest = await publishedIssueOf(context, undefined)
  throw new UserError(
    `Is the correction of No. ${Number(number)} meant, with the note “${shorten(rest, 80)}”? Nothing was changed.`,
    {
      buttons: [
        button(`Yes: No. ${Number(number)}`, 'newsletter correct', { ...monthsOf(issue), note: rest }),
        button(`The note begins with ${number}`, 'newsletter correct', { ...monthsOf(latest), note }),
      ],
    },
  )
}

async function issueNamed(context: Context, words: string) {
  const { db, now, zone } = context
  const number = /^(?:(?:issue|newsletter) )?(?:no\.?|nr\.?|#)? ?(\d{1,3})$/i.exec(words)?.[1]
  if (number !== undefined) {
    const issue = await issueNumbered(db, { number: Number(number), annual: false })
    if (issue) return issue
    throw new UserError(`No issue has the number ${Number(number)}. Nothing was changed.`, {
      option: 'period',
    })
  }
  if (/^(?:the )?annual(?: one| issue)?$/i.test(words))
    return issueNumbered(db, { number: null, annual: true })
  const read = orUserError(() => readPeriod(words, { now, zone }))
  return read instanceof UserError ? undefined : (await listNewsletters(db, read, 1))[0]
}
