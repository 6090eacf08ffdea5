import { UserError } from '../../../src/core/errors.ts'
import { clean } from '../../../src/core/language/clean.ts'
import { typedAddress } from '../../../src/core/text/addresses/mailAddress.ts'
import { shorten } from '../../../src/core/text/text.ts'

/** A typed e-mail address in lower case. Raises `UserError` for anything else. */
export function readEmail(text: string): string {
  const typed = clean(text).trim()
  const address = typedAddress(typed)
  if (address !== undefined) return address
  const found = typed === '' ? 'Nobody is named' : `“${shorten(typed)}” is not an e-mail address`
  throw new UserError(`${found}. Type an address after it, such as: as focal.cted@compact.example`)
}

/** A typed instant that names its offset. Raises `UserError` for anything else, and for a day that does not exist. */
export function readInstant(text: string): Date {
  const typed = clean(text).trim()
  const form = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/i
  const [found, year, month, day] = form.exec(typed) ?? []
  const at = new Date(found === undefined ? Number.NaN : typed.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (!Number.isNaN(at.getTime()) && Number(day) <= days) return at
  const what = typed === '' ? 'No moment is given' : `“${shorten(typed)}” is not a moment with its zone`
  throw new UserError(`${what}. Type one such as: now 2026-12-12T14:30:00Z`)
}

/** The first word of a line in lower case, without its slash, and what follows it. */
export function firstWords(line: string): readonly [word: string, rest: string] {
  const at = line.search(/\s/)
  const word = at < 0 ? line : line.slice(0, at)
  return [word.replace(/^\//, '').toLowerCase(), at < 0 ? '' : line.slice(at).trim()]
}
