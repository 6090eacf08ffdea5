import type { Option, Options } from '../../../option.ts'
import { fold, nearest } from '../../../text/nearest.ts'
import { areNumbers, plainNumbers } from '../../../text/numbers.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { asShift, withoutSameTime } from '../../../time/phrases/typedMoment.ts'
import { wholeChoice } from '../../choice/choices.ts'
import { unquote } from '../../quotes.ts'
import { firstWord } from '../../readAction.ts'

const numberThenWords = /^((?:no\.? ?)?#?\p{L}{0,4}\p{Nd}{1,9})[:,;]?\s+(?:[-–—] )?(\S.*)$/isu

/** `U3, U4 shorter`: a number that goes on with the list has its letter. */
const listThenWords =
  /^((?:no\.? ?)?#?\p{L}?\p{Nd}{1,9}(?: ?(?:[,;&–-]|\band\b|\bto\b)? ?#?\p{L}\p{Nd}{1,9}(?!\S*[\p{L}\p{Nd}]))*)[:,;]?\s+(?:[-–—] )?(\S.*)$/isu

/** `Q4 meeting` is the title of a poll, whose numbers begin with P. Letters of other scripts may be meant for ours. */
function mayNumber(number: string, option: Option | undefined): boolean {
  const letters = /^#?([a-z]+)\p{Nd}/iu.exec(number)?.[1]
  const prefix = option?.kind === 'meeting' ? 'M' : (option?.prefix ?? '')
  if (letters === undefined) return true
  return prefix.length < 2 ? fold(letters) === fold(prefix) : fold(prefix).startsWith(fold(letters))
}

/** `U3, 4 says the same`: whether behind the numbers, before the words, a sign leads to another one. */
function goesOn(plain: string): boolean {
  const [, numbers = ''] = listThenWords.exec(plain) ?? []
  return numbers !== '' && /^ ?[,-] ?#?\p{L}?\p{Nd}/u.test(plain.slice(numbers.length))
}

/** `U3 and number 4, because they are twins`: several numbers in any words, and why behind a word that says so. */
function takeListedThenReason(options: Options, first: string, fields: Record<string, string>): void {
  const typed = fields[first] ?? ''
  const at = typed.search(/[,:;]? (?:because|since|due to|owing to|as they) (?=\S)/i)
  const reason = ['comment', 'reason'].find((name) => options[name] && fields[name] === undefined)
  if (at < 0 || reason === undefined || !areNumbers(typed.slice(0, at))) return
  fields[reason] = withoutJoint(typed.slice(at).replace(/^[,:;]? /, ''), reason)
  fields[first] = typed.slice(0, at)
}

/** After `U3` or `M1` come the words of another option: the moment that is still wanted, else the first text. */
export function takeAfterNumber(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  const kind = option?.kind
  if (kind !== 'record' && kind !== 'meeting') return
  // `U2 and 3` are two of them.
  if (option?.several && areNumbers(fields[first] ?? '')) return
  if (option?.several) takeListedThenReason(options, first, fields)
  const [, number, rest] = (option?.several ? listThenWords : numberThenWords).exec(fields[first] ?? '') ?? []
  if (number === undefined || rest === undefined || !mayNumber(number, option)) return
  // `U3, and number 4 too` names more than one, however it goes on; a reason it is not.
  if (option?.several && goesOn(plainNumbers(fields[first] ?? ''))) return
  // `note 3 members objected`: where the meeting may be left out, its number has a sign.
  if (option?.implied && /^\p{Nd}/u.test(number)) return
  const free = Object.entries(options).filter(([name]) => name !== first && fields[name] === undefined)
  const plain = unquote(rest, first).replace(/^(?:to|at|on) /i, '')
  if (takeChosen(free, { first, number, rest }, fields)) return
  const timed =
    free.find(([, option]) => option.kind === 'moment' || option.kind === 'day') ??
    free.find(([name]) => name === 'date')
  const slip = slipOfChoice(free, rest)
  if (slip !== undefined) {
    Object.assign(fields, { [first]: number, [slip]: rest })
    return
  }
  const text = free.find(([, option]) => option.kind === 'text')
  if (option?.several && text && !text[1].required && putsOff.test(rest)) return
  const section = text ? undefined : free.find(([, option]) => option.kind === 'section' && option.required)
  const named = namedValue(
    rest,
    free.map(([name]) => name),
  )
  const taken =
    named ??
    (timed && isMomentForm(asShift(withoutSameTime(plain)), timed[1].moves)
      ? ([timed[0], plain] as const)
      : text && (kind === 'record' || text[1].required || free.some(([, option]) => option.trailing))
        ? ([text[0], unquote(withoutOwnName(withoutJoint(rest, text[0]), text[0]), text[0])] as const)
        : text && (because.test(rest) || (text[0] === 'reason' && sorry.test(rest)))
          ? ([text[0], rest.replace(because, '')] as const)
          : section && ([section[0], plain] as const))
  if (!taken) return
  fields[first] = number
  fields[taken[0]] = taken[1]
}

/** `U2 soon`: what is said of when, which is no reason and nothing that can be done. */
const putsOff =
  /^(?:soon|later|now|today|tomorrow|next|tonight|if|when|once|until|not (?:yet|now))(?![\p{L}\p{Nd}])/iu

/** `REC1 implemented, two courses were held`: the choice that is wanted, and words about it. */
function takeChosen(
  free: readonly (readonly [name: string, option: Option])[],
  { first, number, rest }: { readonly first: string; readonly number: string; readonly rest: string },
  fields: Record<string, string>,
): boolean {
  const wanted = free.find(([, { kind, required }]) => kind === 'choice' && required)
  const text = free.find(([, { kind }]) => kind === 'text')
  const words = rest.replace(/^(?:is|as|to) /i, '').split(' ')
  for (let count = Math.min(longestChoice, words.length - 1); wanted && text && count > 0; count--) {
    const line = words.slice(0, count).join(' ')
    const choice = wholeChoice(line, wanted[1])
    if (choice === undefined) continue
    const more = words
      .slice(count)
      .join(' ')
      .replace(/^[-–—:,] /, '')
    Object.assign(fields, { [first]: number, [wanted[0]]: choice, [text[0]]: unquote(more, text[0]) })
    return true
  }
  return false
}

/** `M1 yse`: a word alone that is nearly a choice that is wanted. */
function slipOfChoice(
  free: readonly (readonly [name: string, option: Option])[],
  word: string,
): string | undefined {
  if (!/^\p{L}{3,20}$/u.test(word)) return undefined
  return free.find(
    ([, { kind, required, choices = [] }]) =>
      kind === 'choice' && required && nearest(word, choices) !== undefined,
  )?.[0]
}

/** The most words of a choice: `in progress`, `not pursued`. */
const longestChoice = 3

/** What gives a reason behind a meeting that is cancelled. */
const because = /^(?:because of|because|since|due to|owing to) (?=\S)/i

/** What says why in other words, and is no part of a title. */
const sorry =
  /^(?:so |very )?(?:sorry|apologies|unfortunately|no quorum|lack of|too few|not enough|nobody|i['’]?m |i am |we |they |(?:the )?chair is )(?![\p{Lu}])/iu

/** A comment is itself a reason, and an owner is given “to UNODC”; a text may begin with “Since January”. */
function withoutJoint(words: string, name: string): string {
  if (name === 'owner') return words.replace(/^to (?=\S)/i, '')
  return name === 'comment' || name === 'reason' ? words.replace(because, '') : words
}

/**
 * `U3 text UNODC trained …`, `U3 to UNODC trained …` and `U3 = UNODC trained …`: what leads to a sentence, which begins
 * with a capital or in quotes. A comment may begin with “to”.
 */
function withoutOwnName(words: string, name: string): string {
  const [word, value] = firstWord(words)
  const leads = fold(word) === fold(name) || (name === 'text' && /^(?:to|=|->|→|:)$/i.test(word))
  return leads && /^["“„«]?\p{Lu}/u.test(value) ? value : words
}

/** A longer text is somebody's own, also where it begins with the name of an option. */
const shortValue = 4

/** `date 17 Nov`: an option's name without its colon, before a few words that are no sentence. */
function namedValue(text: string, names: readonly string[]): readonly [string, string] | undefined {
  const [word, value] = firstWord(text)
  const name = names.find((one) => fold(one) === fold(word))
  const short = value !== '' && value.split(/\s+/).length <= shortValue && !/[.!?]$/.test(value)
  return name !== undefined && short ? [name, unquote(value, name)] : undefined
}
