import type { Option, Options } from '../../option.ts'
import { choiceNamed } from '../choice/choices.ts'
import { opensQuote, unquote } from '../quotes.ts'
import { firstWord } from '../readAction.ts'

/** A longer first text is a title, of which every word is its own. */
const longestAcronym = 60

const acronym = /^\p{Lu}[\p{Lu}\p{Nd}&./-]+$/u

/** An e-mail address, or the number of a person. */
const handle = /^(?:[^\s@]+@[^\s@]+\.\p{L}{2,}|P\p{Nd}{1,9})$/u

/** `join WHO to NARS` is said in another order. */
const joint = /^(?:to|of|in|into|from|for) /i

/** What may be named by the words that are left. */
const named: ReadonlySet<string> = new Set(['text', 'entity', 'entities', 'person'])

/**
 * `ECOWAS "Economic Community of …"`, `YOUTH UNDP and IOM` and `ETCIP chair CTED`: what is still required stands behind
 * an acronym, in its order. Choices may also stand at the end: `ETCIP CTED chair`, `YOUTH UNDP observer`.
 */
export function takeInOrder(options: Options, first: string, fields: Record<string, string>): void {
  const [word, rest] = firstWord(fields[first] ?? '')
  const missing = Object.entries(options).filter(
    ([name, { required }]) => required && name !== first && fields[name] === undefined,
  )
  const [name, option] = missing.pop() ?? []
  if (name === undefined || !option || rest === '') return
  // `gender chair UNODC`: a group is not always in capitals, and what follows at once shows where its name ends.
  const isBare = options[first]?.kind === 'group' && missing.length > 0 && /^[\p{L}\p{Nd}&./-]+$/u.test(word)
  const isLed = isBare && takeChoices(missing, rest, leadingChoice) !== undefined
  if (!isLed && !leads(options[first], word, rest)) return
  const found = takeChoices(missing, rest, leadingChoice) ?? takeChoices(missing, rest, closingChoice)
  if (!found && option.kind === 'entity') takeEntityAlone(options, first, fields, { name, word, rest })
  if (!found || found.left === '' || joint.test(found.left) || !named.has(option.kind)) return
  const others = Object.entries(options).filter(
    ([one, { kind, required }]) => !required && kind === 'choice' && fields[one] === undefined,
  )
  const closing = option.kind === 'text' ? undefined : closingOf(others, found.left)
  const { taken, left } = closing ?? { taken: [], left: found.left }
  const person = option.kind === 'entity' ? personBehind(options, fields, left) : undefined
  Object.assign(fields, Object.fromEntries([...found.taken, ...taken]), person?.given, {
    [first]: word,
    [name]: unquote(person?.entity ?? left, name),
  })
}

/** `ETCIP CTED` and `ETCIP CTED Amina Juma`: the entity, and who stands for it, while a choice is still wanted. */
function takeEntityAlone(
  options: Options,
  first: string,
  fields: Record<string, string>,
  { name, word, rest }: { readonly name: string; readonly word: string; readonly rest: string },
): void {
  const [entity, ...others] = rest.split(' ')
  const [person] =
    Object.entries(options).find(([one, { kind }]) => kind === 'person' && fields[one] === undefined) ?? []
  const isPerson = person !== undefined && others.length > 1 && others.every((one) => /^\p{L}/u.test(one))
  if (entity === undefined || !acronym.test(entity) || (others.length > 1 && !isPerson)) return
  // `UN Women` is one name.
  Object.assign(
    fields,
    { [first]: word, [name]: isPerson ? entity : rest },
    isPerson && { [person]: others.join(' ') },
  )
}

/** `NIMR "Amina Juma"`: who takes a role for an entity. */
function personBehind(options: Options, fields: Readonly<Record<string, string>>, left: string) {
  const [, entity, person] = /^(\p{Lu}\S{1,40}) ["“]([^"“”]{3,100})["”]$/u.exec(left) ?? []
  const [name] =
    Object.entries(options).find(([one, { kind }]) => kind === 'person' && fields[one] === undefined) ?? []
  return entity !== undefined && person !== undefined && name !== undefined
    ? { entity, given: { [name]: person } }
    : undefined
}

type Named = readonly [name: string, option: Option]

interface OptionTaken {
  readonly taken: readonly (readonly [name: string, choice: string])[]
  readonly left: string
}

/** One choice for each of the options; undefined where one has none. */
function takeChoices(
  options: readonly Named[],
  text: string,
  take: (option: Option, text: string) => readonly [choice: string, left: string] | undefined,
): OptionTaken | undefined {
  return options.reduce<OptionTaken | undefined>(
    (before, [name, option]) => {
      const found = before && take(option, before.left)
      return before && found && { taken: [...before.taken, [name, found[0]]], left: found[1] }
    },
    { taken: [], left: text },
  )
}

/** The last word as the choice of one option that has it. */
function closingOf(options: readonly Named[], text: string): OptionTaken | undefined {
  const found = options.flatMap((one) => takeChoices([one], text, closingChoice) ?? [])
  return found.length === 1 ? found[0] : undefined
}

/** `vice chair` and `observer` before other words. */
function leadingChoice(option: Option, text: string): readonly [string, string] | undefined {
  const [words, left] = firstWord(text)
  const [more, others] = firstWord(left)
  return choiceOf(option, `${words} ${more}`, others) ?? choiceOf(option, words, left)
}

/** The same behind other words, with `as` between them or not. */
function closingChoice(option: Option, text: string): readonly [string, string] | undefined {
  const words = text.split(/\s+/)
  const closing = (count: number) =>
    choiceOf(
      option,
      words.slice(-count).join(' '),
      words
        .slice(0, -count)
        .join(' ')
        .replace(/ as(?: an?)?$/, ''),
    )
  return (words.length > 2 ? closing(2) : undefined) ?? closing(1)
}

function choiceOf(option: Option, text: string, left: string): readonly [string, string] | undefined {
  const [choice, other] = option.kind === 'choice' && text !== '' ? choiceNamed(text, option) : []
  return choice === undefined || other !== undefined ? undefined : [choice, left]
}

/** Whether a word is a value of its own before what follows it. `UN Women` may be one name, and is left as it is. */
function leads(option: Option | undefined, word: string, rest: string): boolean {
  const quoted = opensQuote(rest, 0)
  if (option?.kind === 'group') return acronym.test(word)
  if (option?.kind === 'text' && handle.test(word)) return true
  if (option?.kind !== 'text' || (option.max ?? Number.POSITIVE_INFINITY) > longestAcronym) return false
  return quoted || (acronym.test(word) && /\s/.test(rest))
}
