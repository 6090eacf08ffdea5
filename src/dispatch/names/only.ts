import type { Lookup } from '../../../db/store/lookup.ts'
import { UserError } from '../../core/errors.ts'
import { distinctChoices } from '../../core/language/choice/distinctChoices.ts'
import { shorten } from '../../core/text/text.ts'

/** More would be a wall of text above the choices that say the same. */
const mostNamed = 5
const mostOffered = 10

/** The only record of a name. Raises `UserError` if there is none, or several, with choices. */
export function only<T>(
  lookup: Lookup<T>,
  text: string,
  noun: string,
  name: (value: T) => { label: string; value: string },
): T {
  if (lookup.kind === 'one') return lookup.value
  const typed = shorten(text)
  if (lookup.kind === 'several') {
    const { candidates } = lookup
    const choices = distinctChoices(candidates.slice(0, mostOffered).map(name))
    const meant =
      choices.length > mostNamed
        ? `any of ${candidates.length}`
        : choices.map(({ label }) => label).join(', ')
    const more =
      candidates.length > choices.length
        ? ` These are the first ${choices.length}; more of the name finds the others.`
        : ''
    throw new UserError(`“${typed}” may be ${meant}. Which ${noun}?${more}`, { choices })
  }
  if (lookup.nearest === null) throw new UserError(`I know no ${noun} called “${typed}”.`)
  throw new UserError(`I know no ${noun} called “${typed}”. Did you mean ${lookup.nearest}?`, {
    choices: [{ label: lookup.nearest, value: lookup.nearest }],
  })
}
