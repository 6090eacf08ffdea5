import { issueNumbered, periodsOfIssues } from '../../../db/newsletter/issueNumbered.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { isNamed, recordsNamed } from '../../../db/records/named.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import type { Option } from '../../core/option.ts'
import { list } from '../../core/text/list.ts'
import { nearTitles } from '../../core/text/nearest.ts'
import { plainNumbers } from '../../core/text/numbers.ts'
import { shorten } from '../../core/text/text.ts'
import type { TimeReference } from '../../core/time/day.ts'
import { monthsOfYears, type Period } from '../../core/time/period.ts'
import { plainDigits } from '../../core/time/reading/token.ts'
import { updateChoices, updatesAsChoices } from '../answers/offers.ts'
import { saysAll } from './saysAll.ts'

/** How many records that words may mean are offered. */
const mostNamed = 9

/** Of how many the titles are compared, and how many that are near are offered. */
const [mostSearched, mostNear] = [100, 3]

/** The period of the issue of `No. 2` or `annual`, the latest of that kind; undefined for what may be a period. Raises `UserError`. */
export async function issueTyped(db: Db, text: string): Promise<Period | undefined> {
  const number = /^(?:(?:issue|newsletter) )?(?:no\.?|number|nr\.?|#)? ?(\d{1,3})$/i.exec(
    plainDigits(text),
  )?.[1]
  const kind = /^(?:the )?(annual|bi-monthly|bimonthly)(?: one| issue| newsletter)?$/i.exec(text)?.[1]
  const [, year] =
    /^(?:the )?(?:annual(?: issue| newsletter)?(?: of)? (?=\d))?(\d{4})(?:,? annual(?: issue| newsletter)?)?$/i.exec(
      plainDigits(text),
    ) ?? []
  if (year !== undefined && /annual/i.test(text)) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (number === undefined && kind === undefined) return undefined
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

/** The period of the issue of these months without their year, the nearest of those that there are. */
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

/** The update that words of its text mean, or `last`. Raises `UserError`, with those that may be meant as choices. */
export async function recordMeant(db: Db, prefix: string, text: string, caller: Caller): Promise<number> {
  const wrong = `“${shorten(text)}” is not a number such as ${prefix}12`
  if (isNamed(prefix)) return namedRecord(db, prefix, text, caller)
  if (prefix !== 'U') throw new UserError(`${wrong}.`)
  const latest = /^(?:the |my )?(?:last|latest)(?: one| update)?[.!]?$/i.test(text)
  const found = saysAll(text) ? [] : await updateChoices(db, caller, latest ? '' : text)
  const [first, ...others] = found
  if (first && (latest || others.length === 0)) return Number(first.value.slice(1))
  if (first)
    throw new UserError(`“${shorten(text)}” stands in several updates. Which one?`, { choices: found })
  // `U3 soon` and `U3 and U4` name them, whatever the words beside them want.
  const numbers = [...plainNumbers(text).matchAll(/(?:^#?u?#?|\bu|, ?)(\d{1,9})\b/gi)].map(([, id]) =>
    Number(id),
  )
  const named = await updatesAsChoices(db, caller, numbers.slice(0, mostNamed))
  const choices = named.length > 0 ? named : await updateChoices(db, caller, '')
  throw new UserError(
    `${wrong}, and no update${caller.isSecretariat ? '' : ' of yours'} says that.${choices.length > 0 ? ' Is it one of these?' : ''}`,
    { choices },
  )
}

/** The latest records that the caller may see whose titles the words are a slip of. */
async function nearRecords(db: Db, prefix: string, text: string, caller: Caller) {
  // A number of something else is no slip of a title.
  if (new RegExp(`^#?${prefix}?\\s*\\p{Nd}+$`, 'iu').test(text)) return []
  const known = await recordsNamed(db, prefix, caller, { words: '', limit: mostSearched })
  return nearTitles(text, known).slice(0, mostNear)
}

/** The one record that words mean. Raises `UserError`, with those that may be meant as choices. */
async function namedRecord(db: Db, prefix: string, text: string, caller: Caller): Promise<number> {
  const all = saysAll(text)
  const named = all ? [] : await recordsNamed(db, prefix, caller, { words: text, limit: mostNamed })
  const bare = text.replace(/^(?:the|my|our) (?=\S)/i, '')
  const found =
    all || named.length > 0 || bare === text
      ? named
      : await recordsNamed(db, prefix, caller, { words: bare, limit: mostNamed })
  const [first, ...others] = found
  if (first && others.length === 0) return first.id
  const offered = all
    ? await recordsNamed(db, prefix, caller, { words: '', limit: mostNamed })
    : await nearRecords(db, prefix, text, caller)
  const near = first ? found : offered
  const choices = near.map(({ id, title }) => ({
    label: `${prefix}${id} ${shorten(title)}`,
    value: `${prefix}${id}`,
  }))
  const names = choices.map(({ label }) => label)
  throw new UserError(
    first
      ? `“${shorten(text)}” may mean ${names.join('; ')}. Which one?`
      : `“${shorten(text)}” is not a number such as ${prefix}12, and nothing that you may see is called that.${names.length > 0 ? ` Did you mean ${list(names)}?` : ''}`,
    { choices },
  )
}
