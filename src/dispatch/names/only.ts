import type { Lookup } from '../../../db/store/lookup.ts'
import { UserError } from '../../core/errors.ts'
import { distinctChoices } from '../../core/language/choice/distinctChoices.ts'
import { shorten } from '../../core/text/text.ts'

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
    const choices = distinctChoices(lookup.candidates.slice(0, 10).map(name))
    throw new UserError(
      `“${typed}” may be ${choices.map((choice) => choice.label).join(', ')}. Which ${noun}?`,
      { choices },
    )
  }
  if (lookup.nearest === null) throw new UserError(`I know no ${noun} called “${typed}”.`)
  throw new UserError(`I know no ${noun} called “${typed}”. Did you mean ${lookup.nearest}?`, {
    choices: [{ label: lookup.nearest, value: lookup.nearest }],
  })
}
