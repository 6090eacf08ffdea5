import type { APIApplicationCommandBasicOption } from 'discord.js'
import { isNaming, isSuggested } from '../../../src/chat/forms/lookups.ts'
import type { Option } from '../../../src/core/option.ts'
import { optionKind } from '../api/codes.ts'
import { limits } from '../limits.ts'

/** The longest name or time, in characters. */
const longestName = 1000

/**
 * Whether Discord itself insists on the option. A text of several lines can only be typed in a form, so the command is
 * sent without it and the form asks; nor does a meeting have to be picked where one is meant without being named.
 */
export function requiredByDiscord({ required, multiline, implied }: Option): boolean {
  return required && multiline !== true && implied === undefined
}

/** One option as Discord registers it. */
export function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const { kind, about, choices, min, max } = option
  const base = { name, description: about, required: requiredByDiscord(option) }
  if (kind === 'integer') {
    const bounds = {
      ...(min === undefined ? {} : { min_value: min }),
      ...(max === undefined ? {} : { max_value: max }),
    }
    return { type: optionKind.integer, ...base, ...bounds }
  }
  if (kind === 'file') return { type: optionKind.file, ...base }
  if (kind === 'flag') return { type: optionKind.flag, ...base }
  if (kind === 'choice' && choices) {
    return { type: optionKind.text, ...base, choices: choices.map((word) => ({ name: word, value: word })) }
  }
  // What is longer than an input of a form could not be shown there again.
  const longest = kind === 'text' ? Math.min(max ?? limits.input, limits.input) : longestName
  const picked = isSuggested(option) || isNaming(option) ? { autocomplete: true } : {}
  return { type: optionKind.text, ...base, max_length: longest, ...picked }
}
