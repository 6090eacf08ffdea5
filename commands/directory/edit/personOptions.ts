import type { PersonCard } from '../../../db/directory/visibility/card.ts'
import { UserError } from '../../../src/core/errors.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
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

/** Fewer are an extension, or no number at all. */
const leastDigits = 4

/** An option for a telephone number. What has hardly a digit is another word behind `phone:`, and is refused. */
export function phoneOption(about: string) {
  return option.text({ about, max: 40, check: checkPhone })
}

/** `Friday 10:00` is when to call. */
const hourOfDay = /(?<!\p{Nd})\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})/u

function checkPhone(text: string): void {
  const hasDigits = (text.match(/\p{Nd}/gu) ?? []).length >= leastDigits
  if (orNone(text) === null || (hasDigits && !hourOfDay.test(text))) return
  throw new UserError(
    `“${shorten(text)}” is not a telephone number. Give all its digits, such as “+41 22 555 0100”.`,
  )
}
