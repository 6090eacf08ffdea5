import { type Choice, UserError } from '../../errors.ts'
import type { Option } from '../../option.ts'
import { list } from '../../text/list.ts'
import { fold, nearest } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { assent } from '../sentences/assent.ts'
import { choiceNamed, choicesListed } from './choices.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The one choice that a text names, `2` for `II` among Roman numbers. Raises `UserError`. */
export function readChoice(text: string, option: Option): string {
  const choices = option.choices ?? []
  const typed = choices.includes('I') ? (roman[Number(text) - 1] ?? text) : text
  const said = assent(typed) ?? switched(typed)
  const found = said !== undefined && choices.includes(said) ? [said] : choiceNamed(typed, option)
  if (found.length === 1 && found[0] !== undefined) return found[0]
  if (found.length > 1) {
    throw new UserError(`“${shorten(text)}” may be ${list(found)}.`, { choices: found.map(asChoice) })
  }
  // `focus` is the one choice of which it is a word: `in-focus`.
  const [part, ...parts] = choices.filter((choice) => choice.split('-').includes(fold(typed)))
  if (part !== undefined && parts.length === 0) return part
  const several = choicesListed(typed, option)
  if (several.length > 1)
    throw new UserError(`“${shorten(text)}” names ${several.length}, and only one can be given. Which one?`, {
      choices: several.map(asChoice),
    })
  // A single letter or number is near to any other.
  const near = text.length > 1 ? nearest(text, choices) : undefined
  throw new UserError(
    `“${shorten(text)}” is not a choice here: give ${list(choices)}.${near ? ` Did you mean ${near}?` : ''}`,
    { choices: near ? [asChoice(near)] : choices.length <= most ? choices.map(asChoice) : [] },
  )
}

/** `public:on`: people switch what is said by yes and no. */
function switched(typed: string): 'yes' | 'no' | undefined {
  if (/^(?:on|true)[.!]?$/i.test(typed)) return 'yes'
  return /^(?:off|false)[.!]?$/i.test(typed) ? 'no' : undefined
}

/** More choices than these are read faster in the sentence. */
const most = 12

function asChoice(value: string): Choice {
  return { label: value, value }
}
