import { assent } from '../../../src/core/language/sentences/assent.ts'
import type { Button } from '../../../src/core/message.ts'

/** How many it is about, at the end of a label: `Import 12` is typed as “import”. */
const counted = / \d[\d,]*$/

const places = { first: 0, second: 1, third: 2, last: -1 } as const

/** The choice whose label was typed instead of its number, or the `Yes` of an invitation, or `the first one`; undefined where there is not just one. */
export function meantChoice(choices: readonly Button[], text: string): Button | undefined {
  // A typed command is that command, also where a button that opens its help bears its words.
  if (text.startsWith('/')) return undefined
  const words = text.toLowerCase().replace(/[.!]$/, '')
  const labelled = choices.filter(
    ({ label }) => label.toLowerCase() === words || label.toLowerCase().replace(counted, '') === words,
  )
  const nth = /^(?:the )?(first|second|third|last)(?: one)?$/.exec(words)?.[1]
  const ordinal = nth === undefined ? undefined : choices.at(places[nth as keyof typeof places])
  if (ordinal && labelled.length === 0) return ordinal
  const agreed = assent(text) === 'yes' ? choices.filter(({ label }) => label === 'Yes') : []
  const found = labelled.length > 0 ? labelled : agreed
  return found.length === 1 ? found[0] : undefined
}
