import { UserError } from '../../../core/errors.ts'
import { type Sheet, sheetOf } from '../sheet.ts'
import { areOldVcards, renewedVcards } from './oldVcards.ts'

const columns = ['name', 'email', 'entity', 'title', 'phone', 'timezone', 'station', 'country', 'languages']

/** The cards of a .vcf file (vCard 2.1, 3 and 4) as a sheet of people. Raises `UserError` for what is none. */
export async function readVcards(text: string): Promise<Sheet> {
  const { default: ICAL } = await import('ical.js')
  let parsed: unknown
  try {
    parsed = ICAL.parse(areOldVcards(text) ? renewedVcards(text) : text.trim())
  } catch {
    throw new UserError('The file cannot be read as vCards. Save the contacts as vCard 4.0 or 3.0.')
  }
  // One card comes by itself, several as a list.
  const cards = Array.isArray(parsed) && parsed[0] === 'vcard' ? [parsed] : parsed
  if (!Array.isArray(cards)) throw new UserError('The file holds no vCards.')
  return sheetOf('', [columns, ...cards.map(rowOf)])
}

type Property = readonly [name: string, parameters: unknown, type: string, ...values: unknown[]]

/** The row of a card as the library gives it: `['vcard', properties, parts]`. */
function rowOf(card: unknown): readonly string[] {
  const list: unknown = Array.isArray(card) ? card[1] : undefined
  const properties: readonly Property[] = Array.isArray(list) ? list : []
  const all = (name: string) =>
    properties.filter((one) => one[0] === name).flatMap((one) => one.slice(3).map(parts))
  const one = (name: string, at = 0) => all(name)[0]?.[at] ?? ''
  const [family = '', given = ''] = all('n')[0] ?? []
  return [
    one('fn') || [given, family].filter((part) => part !== '').join(' '),
    one('email').replace(/^mailto:/i, ''),
    one('org'),
    one('title') || one('role'),
    one('tel').replace(/^tel:/i, ''),
    one('tz'),
    one('adr', 3),
    one('adr', 6),
    properties
      .filter(([name]) => name === 'lang')
      .map(([, parameters, , tag]) => spelt(parameters) ?? languageName(String(tag)))
      .join('; '),
  ]
}

function parts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((part) => [part].flat().join(', '))
  // Some programs escape semicolons where they divide nothing.
  return [String(value).replaceAll('\\;', ';')]
}

/** The name that an export gives beside a private tag. */
function spelt(parameters: unknown): string | undefined {
  const isGiven = typeof parameters === 'object' && parameters !== null && 'x-name' in parameters
  return isGiven && typeof parameters['x-name'] === 'string' ? parameters['x-name'] : undefined
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** `French` for `fr`; what is not a tag stays as it is. */
function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}
