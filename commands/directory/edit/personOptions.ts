import type { PersonCard } from '../../../db/directory/visibility/card.ts'
import { option } from '../../../src/core/option.ts'
import { presentTexts } from '../../records/present.ts'
import { languageList, orNone } from './answer.ts'

/** Where somebody sits and what they speak: options that adding and editing a person share. */
export const personOptions = {
  station: option.text({ about: 'The town where they work, such as Nairobi', max: 80 }),
  country: option.text({ about: 'The country where they work', max: 80 }),
  languages: option.text({ about: 'Languages, separated by commas: English, French', max: 200 }),
} as const

/** The columns that the options set; those that were not given are left out. */
export function placeOf(given: {
  readonly station: string | undefined
  readonly country: string | undefined
  readonly languages: string | undefined
}) {
  return {
    ...(given.station === undefined ? {} : { station: orNone(given.station) }),
    ...(given.country === undefined ? {} : { country: orNone(given.country) }),
    ...(given.languages === undefined ? {} : { languages: languageList(given.languages) }),
  }
}

/** What everybody may see of somebody, as the options of a change take it. */
export function presentOf({ name, title, station, country, languages }: PersonCard) {
  return presentTexts({ name, title, station, country, languages: languages.join(', ') })
}
