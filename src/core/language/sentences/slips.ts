import { type Catalog, commandWords } from '../../catalog.ts'
import { UserError } from '../../errors.ts'
import { distance, match } from '../../text/nearest.ts'
import { meantButton } from '../offers/meantButton.ts'
import { proseButtons } from '../prose.ts'
import { onceForEach } from './byFirstWord.ts'
import { wordsOfPattern } from './pattern.ts'
import { plain, wordsOf } from './saying.ts'
import { lineOfSaying, lineOfWords } from './sayings.ts'

/** A longer line is prose rather than a slip of the finger. */
const most = 10

/** Shorter words resemble too many others; this one is a slip of its own. */
const shortest = 4
const alone: ReadonlyMap<string, string> = new Map([['teh', 'the']])

/**
 * The command line that words of people's own mean; undefined for any other line, a lone name too. Raises `UserError` for
 * a saying with a slip of the finger in it, with what it may have been as a button.
 */
export function readSpoken(catalog: Catalog, text: string): string | undefined {
  const words = lineOfWords(catalog, text)
  if (words !== undefined) return words
  const slip = slipOf(catalog, text)
  if (slip) throw askWhether(catalog, slip, text)
  return undefined
}

function askWhether(catalog: Catalog, { meant, line }: Slip, text: string): UserError {
  const words = catalog
    .flatMap((feature) => feature.commands.map((command) => commandWords(feature, command)))
    .filter((one) => line === one || line.startsWith(`${one} `))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  const told = proseButtons(catalog, text).map((one) => ({ ...one, label: 'Post it as an update' }))
  return new UserError(`There is no command “${text}”, and nothing was done. Did you mean “${meant}”?`, {
    buttons: [meantButton(catalog, words, line.slice(words.length + 1)), ...told],
  })
}

/** What a line with one word misspelt may have been: the line as it was meant, and the command line that it means. */
export interface Slip {
  readonly meant: string
  readonly line: string
}

/** `Cancle M1` as `cancel M1`: the saying from which a line differs by a letter of one word; undefined for any other line. */
function slipOf(catalog: Catalog, text: string): Slip | undefined {
  const typed = wordsOf(text)
  if (typed.length < 2 || typed.length > most || text.includes('\n')) return undefined
  const features = catalog.flatMap(({ name, aliases = [] }) => [name, ...aliases])
  if (match(typed[0] ?? '', features).length > 0) return undefined
  const known = knownWords(catalog)
  for (const [at, word] of typed.entries()) {
    const own = plain(word)
    if (known.has(own) || /\p{Lu}\p{Lu}|\p{Nd}/u.test(word)) continue
    for (const near of nearTo(own, known)) {
      const meant = typed.with(at, near).join(' ')
      const line = lineOfSaying(catalog, meant)
      if (line !== undefined) return { meant, line }
    }
  }
  return undefined
}

function nearTo(word: string, known: ReadonlySet<string>): readonly string[] {
  const slip = alone.get(word)
  if (slip !== undefined) return [slip]
  if (word.length < shortest) return []
  return [...known].filter(
    (one) =>
      one[0] === word[0] &&
      one.length >= shortest &&
      Math.abs(one.length - word.length) <= 1 &&
      distance(word, one) === 1,
  )
}

/** The words that sayings are made of. */
const knownWords = onceForEach(
  (catalog: Catalog): ReadonlySet<string> =>
    new Set(
      catalog
        .flatMap(({ sayings = [] }) => sayings.flatMap(([pattern]) => wordsOfPattern(pattern)))
        .filter((word) => /^[\p{L}'-]+$/u.test(word)),
    ),
)
