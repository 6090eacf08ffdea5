import { type Block, block } from '../../../../src/core/message.ts'
import { fold } from '../../../../src/core/text/nearest.ts'
import type { FileOutcome } from '../importSheets.ts'

/** Which column was read as which field, where the heading itself does not say so. */
export function readAs({ sheets }: FileOutcome): readonly Block[] {
  const words = sheets.flatMap(({ mapping: { fields, fixed, roleAssumed } }) =>
    Object.entries(fields).flatMap(([column, field]) => {
      if (fixed && field === 'group') return []
      // The name of a list of contacts is read as the person’s already.
      if (roleAssumed && field === 'holder') return []
      const called = fixed?.['role'] ?? fieldWords[field] ?? field
      const isPlain = [field, called].some((word) => fold(column).includes(word))
      return isPlain ? [] : [`${column} as ${called}`]
    }),
  )
  return words.length === 0 ? [] : [block.text(`Read: ${[...new Set(words)].slice(0, 15).join('; ')}.`)]
}

const fieldWords: Readonly<Record<string, string>> = {
  given: 'first name',
  family: 'last name',
  email: 'e-mail',
  person: 'e-mail',
  timezone: 'time zone',
  station: 'duty station',
  openToAll: 'open to all',
  type: 'UN entity',
  from: 'beginning',
  to: 'end',
  until: 'last day',
}
