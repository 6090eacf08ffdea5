import { folded } from '../../core/text/contentLine.ts'
import { languageTags } from '../languageNames.ts'
import type { ExportedPerson } from './tables.ts'

/** People as vCard 4.0 (RFC 6350), one card after the other. */
export function vcards(people: readonly ExportedPerson[]): string {
  const tags = languageTags()
  return people
    .flatMap((person) => cardLines(person, tags))
    .map(folded)
    .join('')
}

function cardLines(person: ExportedPerson, tags: ReadonlyMap<string, string>): readonly string[] {
  const { name, email, entity, title, phone, zone, station, country, languages } = person
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN:${escaped(name)}`,
    ...(email === null ? [] : [`EMAIL:${escaped(email)}`]),
    ...(entity === null ? [] : [`ORG:${part(entity)}`]),
    ...(title === null ? [] : [`TITLE:${escaped(title)}`]),
    ...(phone === null ? [] : [`TEL;VALUE=text:${escaped(phone)}`]),
    `TZ:${escaped(zone)}`,
    ...(station === null && country === null
      ? []
      : [`ADR:;;;${part(station ?? '')};;;${part(country ?? '')}`]),
    ...languages.map((language) => languageLine(language, tags)),
    'END:VCARD',
  ]
}

/** A part of a value that semicolons divide. */
function part(text: string): string {
  return escaped(text).replaceAll(';', '\\;')
}

function escaped(text: string): string {
  return text.replace(/[\\,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')
}

/** `fr` for French; a language without a tag gets a private one, with its name beside it. */
function languageLine(language: string, tags: ReadonlyMap<string, string>): string {
  const typed = language.toLowerCase()
  const tag = tags.get(typed)
  if (tag !== undefined) return `LANG:${tag}`
  const own = typed.replace(/[^a-z0-9]+/g, '').slice(0, 8) || 'other'
  return `LANG;X-NAME="${language.replace(/["\p{Cc}]/gu, ' ')}":x-${own}`
}
