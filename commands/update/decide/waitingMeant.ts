import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import { UserError } from '../../../src/core/errors.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { readNumbers } from '../../../src/core/text/numbers.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'

/** `both` and `all three` are as many as wait, or it is asked which ones. */
const counts: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ...['two', 'three', 'four', 'five', 'six'].flatMap((word, at): [string, number][] => [
    [`all ${word}`, at + 2],
    [`the ${word}`, at + 2],
    [`all ${at + 2}`, at + 2],
  ]),
])

/** The updates meant; `all` are those that wait for a decision, the oldest first. */
export async function waitingMeant(context: Context, typed: string): Promise<readonly number[]> {
  const [, others] = allBut.exec(typed) ?? []
  if (others === undefined) return waitingOf(context, typed)
  const left = new Set(readNumbers(others))
  const meant = (await waitingOf(context, 'all')).filter((id) => !left.has(id))
  if (meant.length > 0) return meant
  throw new UserError('No other update waits for a decision; nothing was changed.')
}

/** `all but U2`, `everything except U2 and U3`. */
const allBut =
  /^(?:all|everything)(?: of them| (?:the )?updates)?,? (?:but(?: not)?|except(?: for)?|other than|besides|apart from|without|not) (?:for )?(.+)$/i

/** The updates of `all` or of a number of them, else those that are named. */
async function waitingOf({ db }: Context, typed: string): Promise<readonly number[]> {
  const count = counts.get(typed.toLowerCase().replace(/(?: of them| updates)?[.!]?$/, ''))
  const isAll = /^(?:all(?: (?:that wait|proposed|waiting|updates|of them))?|everything)[.!]?$/i.test(typed)
  if (!isAll && count === undefined)
    return /\p{Nd}/u.test(typed) ? readNumbers(typed) : [await updateSaying(db, typed)]
  const all = await listUpdates(db, { statuses: ['proposed'], limit: 100 })
  // Updates held over wait for their own issue, unless nothing else waits.
  const inIssues = all.filter(({ newsletterId }) => newsletterId !== null)
  const waiting = inIssues.length > 0 ? inIssues : all
  if (waiting.length === 0) throw new UserError('No update waits for a decision; nothing was changed.')
  if (count !== undefined && waiting.length !== count)
    throw new UserError(
      `${counted(waiting.length, 'update')} ${waiting.length === 1 ? 'waits' : 'wait'}, and not ${count}. Which ones? Name them, such as U1, U2; nothing was changed.`,
      {
        option: 'update',
        choices: waiting.slice(0, 10).map(({ id }) => ({ label: `U${id}`, value: `U${id}` })),
      },
    )
  return waiting.map(({ id }) => id).sort((one, other) => one - other)
}

/** Fewer letters stand in too many texts. */
const fewestLetters = 4

/** The only update that waits and says some words. Raises `UserError`, for several with choices. */
async function updateSaying(db: Context['db'], typed: string): Promise<number> {
  const words = typed
    .replace(/^(?:the|that|this) (?=\S)/i, '')
    .replace(/(?<=\S) (?:update|item|one)[.!]?$/i, '')
  const found =
    words.length < fewestLetters ? [] : await listUpdates(db, { statuses: ['proposed'], words, limit: 10 })
  const [first, ...others] = found
  if (first && others.length === 0) return first.id
  if (!first)
    throw new UserError(
      `No update that waits says “${shorten(words)}”, and it is not a number such as U12. Nothing was changed; /update list status:proposed shows those that wait.`,
    )
  throw new UserError(`“${shorten(words)}” stands in several updates. Which one?`, {
    option: 'update',
    choices: found.map(({ id, text }) => ({ label: `U${id} ${shorten(text)}`, value: `U${id}` })),
  })
}
