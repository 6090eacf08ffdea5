import type { Answer, Form } from '../../core/invocation.ts'
import { wholeChoice } from '../../core/language/choice/choices.ts'
import { fitOf } from '../../core/language/colonless/fit.ts'
import { assent } from '../../core/language/sentences/assent.ts'
import { isOtherRecord } from '../../core/language/verbs/takesRecord.ts'
import type { Button } from '../../core/message.ts'
import type { Option } from '../../core/option.ts'
import { fold } from '../../core/text/nearest.ts'

/** What may be typed after an answer as if it were pressed or filled in. */
export interface FollowUp {
  readonly buttons: readonly Button[]
  /** The one option that was still wanted, or that could not be read. */
  readonly wanted: Wanted | undefined
  /** The answer is a question or a refusal, so that a single word may mean one of its buttons. */
  readonly asks: boolean
  /** The answer said that nothing was done. */
  readonly isRefusal: boolean
}

/** What an answer leaves open that offers nothing and asks nothing. */
export const nothingOpen: FollowUp = { buttons: [], wanted: undefined, asks: false, isRefusal: false }

/** What a line meant after an answer. */
export type Followed =
  | {
      readonly kind: 'press'
      readonly press: Pick<Button, 'label' | 'command' | 'values' | 'confirmed' | 'ask'>
    }
  /** It asked which buttons there are. */
  | { readonly kind: 'told'; readonly buttons: readonly Button[] }
  /** It took all that one was to be chosen from. */
  | { readonly kind: 'all'; readonly buttons: readonly Button[] }

interface Wanted {
  readonly command: string
  readonly given: Readonly<Record<string, string>>
  readonly name: string
  readonly option: Option
}

/** Longer lines are never about a button. */
const longest = 80

/** Undefined for an answer that leaves nothing open. */
export function followUpOf(
  answer: Pick<Answer, 'message' | 'outcome' | 'form' | 'option'>,
): FollowUp | undefined {
  const buttons = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const wanted = answer.form && wantedIn(answer, answer.form)
  const [asks, isRefusal] = [answer.outcome !== 'done', /^(?:refused|failed)$/.test(answer.outcome)]
  return buttons.length > 0 || wanted || isRefusal ? { buttons, wanted, asks, isRefusal } : undefined
}

function wantedIn(
  { outcome, option }: Pick<Answer, 'outcome' | 'option'>,
  { command, given, fields }: Form,
): Wanted | undefined {
  const lacking = fields.filter(({ name, option }) => option.required && !given[name]?.trim())
  const atFault = outcome === 'refused' ? fields.find(({ name }) => name === option) : undefined
  const found = atFault ?? (outcome === 'asked' && lacking.length === 1 ? lacking[0] : undefined)
  return found && { command, given, name: found.name, option: found.option }
}

/** Whether a line is short enough to be about a button, and no command. */
export function mayFollow(line: string): boolean {
  const text = line.trim()
  return text.length <= longest && !text.startsWith('/') && !text.includes('\n')
}

/**
 * The button that a line means: by its label, its place in words (`option 2`, `the second one`), or one that is filled in
 * with what was wanted. Undefined for any other line.
 */
export function followedBy(line: string, { buttons, wanted, asks }: FollowUp): Followed | undefined {
  if (!mayFollow(line)) return undefined
  const text = line.trim()
  const words = fold(text).replace(/[.!?]{1,3}$/, '')
  if (buttons.length > 0 && asksWhich.test(words)) return { kind: 'told', buttons }
  const pointed =
    pointedAt(words, buttons) ?? (asks || words.includes(' ') ? labelled(words, buttons) : undefined)
  if (pointed) return { kind: 'press', press: pointed }
  const value = wanted && valueFor(text, wanted)
  if (value === undefined && asks && takesAll.test(words) && areAlternatives(buttons))
    return { kind: 'all', buttons }
  if (value === undefined || !wanted) return undefined
  const values = { ...wanted.given, [wanted.name]: value }
  return { kind: 'press', press: { label: value, command: wanted.command, values } }
}

const takesAll =
  /^(?:all|both)(?: (?:two|three|four|five|six|\d{1,2}))?(?: of (?:them|these|those))?$|^(?:everything|every one)$/

function areAlternatives(buttons: readonly Button[]): boolean {
  const [first, ...others] = buttons
  return others.length > 0 && others.every(({ command }) => command === first?.command)
}

/** Whether a line only says that its writer has read a refusal. `Yes` would answer a question. */
export function isNoted(line: string): boolean {
  return /^(?:ok|okay|okey|k|kk|sure|fine|alright|all right|👍|:(?:\+1|thumbsup):)[.! ]*$/iu.test(line.trim())
}

const asksWhich =
  /^(?:(?:list|show|read|say|tell me|what are|which are)(?: me)? (?:the |my )?(?:buttons|options|choices)|(?:buttons|options|choices)|what (?:can|could|may) i (?:press|click|choose|say now)|which buttons(?: are there)?)$/

const places: Readonly<Record<string, number>> = {
  first: 0, second: 1, third: 2, fourth: 3, fifth: 4, last: -1, one: 0, two: 1, three: 2, four: 3, five: 4,
} // biome-ignore format: a table

function pointedAt(text: string, buttons: readonly Button[]): Button | undefined {
  const [, place = ''] =
    /^(?:the )?(first|second|third|fourth|fifth|last)(?: (?:one|button|option|choice))?$/.exec(text) ??
    /^(?:(?:press|click|choose|take|select) )?(?:the )?(?:option|button|choice|press|click|select|choose)(?: (?:no\.?|number))? (\d{1,2}|one|two|three|four|five)$/.exec(
      text,
    ) ??
    []
  if (place === '') return undefined
  return buttons.at(/^\d/.test(place) ? Number(place) - 1 : (places[place] ?? buttons.length))
}

/** A count at the end of a label: `Import 12` may be typed as “import”. */
const counted = / \d[\d,]*$/

/** By its whole label, unless that answers an invitation or is a saying of its own. */
function labelled(text: string, buttons: readonly Button[]): Button | undefined {
  if (text === 'undo' || text === 'maybe' || assent(text) !== undefined) return undefined
  const found = buttons.filter(({ label, pressedOnly }) => {
    if (pressedOnly) return false
    const name = fold(label)
    return name === text || name.replace(counted, '') === text
  })
  return found.length === 1 ? found[0] : undefined
}

/** The value that a line gives to the wanted option: added to what could not be read, or in its place. */
function valueFor(text: string, { given, name, option }: Wanted): string | undefined {
  const value = text
    .replace(
      /^(?:(?:ok|okay|well|sorry),? )?(?:(?:make it|let['’]?s say|it is|it['’]s|i mean|i meant) )?/i,
      '',
    )
    .replace(/,? (?:please|pls|thanks|thank you)[.!]?$/i, '')
    .replace(/[.!]$/, '')
  if (option.kind === 'choice') return wholeChoice(value, option)
  if (option.kind === 'text' || fitOf(option, value) !== 'certain') return undefined
  // The number of another kind is a line of its own, and no part of what was wanted.
  if (isOtherRecord(option, value)) return undefined
  const both = `${given[name] ?? ''} ${value}`.trim()
  return given[name] !== undefined && fitOf(option, both) === 'certain' ? both : value
}
