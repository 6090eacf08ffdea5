import { UserError } from '../../src/core/errors.ts'
import { option, required } from '../../src/core/option.ts'
import { shorten } from '../../src/core/text/text.ts'
import { scan } from '../../src/newsletter/places/place.ts'
import { unNameOf } from '../../src/newsletter/places/states.ts'

export const statuses = ['open', 'in progress', 'implemented', 'not pursued'] as const

/** What else people say of how one stands. */
export const statusWords = {
  'in progress': ['in-progress', 'under way', 'underway', 'ongoing', 'started', 'begun'],
  implemented: ['done', 'completed', 'complete', 'finished'],
  'not pursued': ['dropped', 'abandoned', 'not implemented'],
}

export const recommendationOption = required(
  option.record({ about: 'The recommendation’s number, e.g. REC12, or words of it', prefix: 'REC' }),
)

/** The options that describe a recommendation beside its text and its country. */
export const describing = {
  theme: option.text({ about: 'What it deals with, e.g. border control', max: 100 }),
  visit: option.text({ about: 'The visit or assessment that it comes from', max: 150 }),
  due: option.dueDay({ about: 'The day on which it is followed up' }),
} as const

export const country = option.text({ about: 'The State to which it was made', max: 80 })

/** The name that the United Nations use for a State, however it was typed. Raises `UserError` for what is none. */
export function readCountry(text: string): string {
  // In running text only capitals make a name; here nothing else is expected.
  const capitals = text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
  const [state, ...others] = statesIn(text).length > 0 ? statesIn(text) : statesIn(capitals)
  const name = state === undefined || others.length > 0 ? undefined : unNameOf(state)
  if (name !== undefined) return name
  throw new UserError(
    `I know no State called “${shorten(text)}”. Give one by the name that it is known by.`,
    {
      option: 'country',
    },
  )
}

function statesIn(text: string): readonly string[] {
  return [...new Set([...scan(text).spots.values()].flatMap(({ state }) => state ?? []))]
}
