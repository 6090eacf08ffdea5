import type { Options } from '../../option.ts'
import { nearest } from '../../text/nearest.ts'
import { choiceNamed } from './choices.ts'

type Fields = Readonly<Record<string, string>>

/** Gives what is none of an option's choices, nor nearly one, to the option that takes it instead: `for:ETCIP` is `wg:ETCIP`. */
export function withOtherwise(options: Options, fields: Fields): Fields {
  const found = Object.entries(options).find(([name, option]) => {
    const { otherwise, choices = [] } = option
    const typed = fields[name]?.trim() ?? ''
    if (otherwise === undefined || typed === '' || fields[otherwise] !== undefined) return false
    return choiceNamed(typed, option).length === 0 && nearest(typed, choices) === undefined
  })
  if (!found) return fields
  const [name, { otherwise = '' }] = found
  const { [name]: typed = '', ...others } = fields
  return { ...others, [otherwise]: typed }
}
