import { UserError } from '../errors.ts'
import { plainDigits } from '../time/reading/token.ts'
import { shorten } from './text.ts'

/** More than are meant at once, as an issue has fewer. */
const most = 100

/** What a number is called before it, in the languages that are typed: `number 4`, `n° 4`, `№ 4`, `update 4`. */
const noun =
  '(?:(?:(?:no|nr|nº|n°|num|nums|nos|numbers?|numéros?|numeros?|números?|номера?|updates?|items?|actions?|reminders?)(?:[.:] ?| )|№ ?|رقم ?)(?:no\\.? |number )?)'

/** A number with the letter before it, as it goes on with a list. */
const next = `(?=${noun}?#?[a-z]?#?\\d)`

const commas = /[،、，；]/g
const joins = new RegExp(
  `(?<=\\d)\\.? ?,? ?(?:(?:and also|as well as|and|et|y|e|и|und|plus|и также)(?= )|&|\\+|/|و|和|及|与) ?${next}`,
  'giu',
)
const spans = new RegExp(
  `(?<=\\d) ?(?:(?<= )(?:to|through|thru|till|bis|à|au|al|a|по|до|إلى)(?= )|至|到|~) ?${next}`,
  'giu',
)
const named = new RegExp(`(?<![\\p{L}\\d])${noun}(?=#?[a-z]?#?\\d)`, 'giu')

/** The same of which one is meant: `U1 or U2`, `U1 o U2`. */
const either = new RegExp(
  `(?<=\\d)\\.? ?,? ?(?:(?:or|either|o|u|ou|oder|или|либо|或|أو|او)(?= )|/?或) ?${next}`,
  'giu',
)

/** Whether one of several numbers is meant, and not all of them. */
function isEither(typed: string): boolean {
  return plainDigits(typed).search(either) >= 0
}

/** A list of numbers in ours of its words and signs: `U3, number 4 et n° 5` is `U3, 4, 5`. Other words stay. */
export function plainNumbers(typed: string): string {
  return plainDigits(typed)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[([]([^()[\]]{1,40})[)\]][.,]?$/, '$1')
    .replace(/(?<![\p{L}\d])([a-z])[-–](?=\d)/giu, '$1')
    .replace(commas, ',')
    .replace(joins, ', ')
    .replace(spans, ' - ')
    .replace(named, '')
    .replace(/[.!]{1,3}$/, '')
}

/**
 * The numbers of `U1,U2`, `U1 U2`, `U1 and U2` or `U1-U3`, each once and in order, so that two changes at once cannot
 * wait for each other; `prefix` is the letter before them. Raises `UserError`.
 */
export function readNumbers(typed: string, prefix = 'U'): readonly number[] {
  const one = `#?${prefix}?#?(\\d{1,9})`
  const span = new RegExp(`${one}\\.? ?(?:-|–|—|\\.\\.\\.?|…|\\bto\\b) ?${one}`, 'gi')
  const whole = new RegExp(`^${one}$`, 'i')
  // Of what it is, whoever reads for an option knows better.
  const of = prefix === 'U' ? { option: 'update' } : {}
  const words = plainNumbers(typed)
    .replace(span, between)
    .split(/[\s,;&]+/)
    .filter((word) => word !== '' && !/^and$/i.test(word))
  if (isEither(typed)) {
    const each = plainDigits(typed)
      .replace(either, ', ')
      .split(/[\s,;&]+/)
      .filter((word) => whole.test(word))
    throw new UserError('One of several is meant, and I do not know which. Which one?', {
      ...of,
      choices: each
        .map((word) => `${prefix}${whole.exec(word)?.[1]}`)
        .map((value) => ({ label: value, value })),
    })
  }
  if (words.length > most)
    throw new UserError(
      `That names ${words.length.toLocaleString('en')}; at most ${most} can be named at once.`,
      of,
    )
  const numbers = words.map((word) => {
    const found = whole.exec(word)
    if (!found) throw new UserError(`“${shorten(word)}” is not a number such as ${prefix}12.`, of)
    return Number(found[1])
  })
  return [...new Set(numbers)].sort((low, high) => low - high)
}

/** Whether a text is a list of numbers, rather than words by which a record is looked for. */
export function areNumbers(typed: string): boolean {
  return /^(?:#?[a-z]?#?\d{1,9}(?:\.? ?(?:[,;&–—-]|\.\.|and\b|to\b) ?| |$))+$/i.test(plainNumbers(typed))
}

/** Every number from the first to the last; those of a range that is turned round or too long are left to be refused. */
function between(written: string, first: string, last: string): string {
  const [from, to] = [Number(first), Number(last)]
  if (to < from || to - from >= most) return written
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).join(' ')
}

/** `12` of `U12`, `#12`, `no. 12` or `number 12`, by the letters before it or the first of them; undefined for any other text. */
export function readNumber(text: string, prefix: string): number | undefined {
  const letters = [...prefix].reduceRight((after, letter) => `(?:${letter}${after})?`, '')
  const found = new RegExp(`^(?:(?:no|nr|number)\\.? ?|#)?${letters}\\s*#?(\\d{1,9})$`, 'i').exec(
    plainNumbers(text),
  )
  return found ? Number(found[1]) : undefined
}
