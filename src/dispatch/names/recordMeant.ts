import { isNamed, recordsNamed } from '../../../db/records/named.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { list } from '../../core/text/list.ts'
import { nearTitles } from '../../core/text/nearest.ts'
import { plainNumbers } from '../../core/text/numbers.ts'
import { shorten } from '../../core/text/text.ts'
import { updateChoices, updatesAsChoices } from '../answers/offers.ts'
import { saysAll } from './saysAll.ts'

/** How many records are offered for words that may mean several. */
const mostNamed = 9

/** How many titles are compared with a mistyped one, and how many near ones are offered. */
const [mostSearched, mostNear] = [100, 3]

/** The number of the record that words mean, or `last` of updates. Raises `UserError` with choices. */
export async function recordMeant(db: Db, prefix: string, text: string, caller: Caller): Promise<number> {
  const wrong = `“${shorten(text)}” is not a number such as ${prefix}12`
  if (isNamed(prefix)) return namedRecord(db, prefix, text, caller)
  if (prefix !== 'U') throw new UserError(`${wrong}.`)
  const latest = /^(?:the |my )?(?:last|latest)(?: one| update)?[.!]?$/i.test(text)
  const found = saysAll(text) ? [] : await updatesSaying(db, caller, latest ? '' : text)
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

/** The updates with some words, or without the article before them: `the handbook` may be said of a handbook. */
async function updatesSaying(db: Db, caller: Caller, words: string) {
  const found = await updateChoices(db, caller, words)
  const bare = words.replace(article, '')
  return found.length > 0 || bare === words ? found : updateChoices(db, caller, bare)
}

const article = /^(?:the|my|our) (?=\S)/i

/** The latest records that the caller may see whose titles are near to the words. */
async function nearRecords(db: Db, prefix: string, text: string, caller: Caller) {
  // A number of something else is no slip of a title.
  if (new RegExp(`^#?${prefix}?\\s*\\p{Nd}+$`, 'iu').test(text)) return []
  const known = await recordsNamed(db, prefix, caller, { words: '', limit: mostSearched })
  return nearTitles(text, known).slice(0, mostNear)
}

/** The only record that words mean. Raises `UserError` with choices. */
async function namedRecord(db: Db, prefix: string, text: string, caller: Caller): Promise<number> {
  const all = saysAll(text)
  const named = all ? [] : await recordsNamed(db, prefix, caller, { words: text, limit: mostNamed })
  const bare = text.replace(article, '')
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
