import { UserError } from '../errors.ts'
import type { Option } from '../option.ts'
import { match } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import type { TimeReference } from '../time/day.ts'
import { type Period, readSpan } from '../time/period.ts'
import { plainDigits } from '../time/reading/token.ts'
import { partsOf } from './gist/parts.ts'
import { assent } from './sentences/assent.ts'

/** Raises `UserError` for one that is longer. */
export function readText(text: string, max: number): string {
  if (text.length > max) {
    throw new UserError(
      `It has ${text.length.toLocaleString('en')} characters; at most ${max.toLocaleString('en')} fit here.`,
    )
  }
  return text
}

/** A whole number within the bounds of its option. Raises `UserError`. */
export function readInteger(text: string, option: Option): number {
  const plain = plainDigits(text).replace(/[\s,_’']/g, '')
  if (!/^[+-]?\d{1,12}$/.test(plain)) throw new UserError(`“${shorten(text)}” is not a whole number.`)
  return readBounded(Number(plain), text, option, '')
}

/** A value within the bounds of its option; `unit` is what they count. Raises `UserError`. */
export function readBounded(value: number, text: string, { min, max }: Option, unit: string): number {
  const low = min !== undefined && value < min
  if (!low && (max === undefined || value <= max)) return value
  throw new UserError(
    `“${shorten(text)}” is too ${low ? 'small' : 'large'}; give ${(min ?? 0).toLocaleString('en')} to ${max?.toLocaleString('en') ?? 'any number of'} ${unit}`.trimEnd() +
      '.',
  )
}

/** A period; where words stand around one, it is offered in the refusal. Raises `UserError`. */
export function readPeriodTyped(
  text: string,
  here: TimeReference,
  { ahead, exact }: Pick<Option, 'ahead' | 'exact'>,
): Period {
  try {
    return readSpan(text, here, ahead === true, exact === true)
  } catch (error) {
    const { period } = partsOf(text)
    if (!(error instanceof UserError) || error.choices.length > 0) throw error
    if (period === undefined || period === text) throw error
    throw new UserError(error.message, { choices: [{ label: period, value: period }] })
  }
}

/** Yes or no, in whatever words. Raises `UserError`. */
export function readFlag(text: string): boolean {
  const said = assent(text)
  if (said !== undefined) return said === 'yes'
  if (match(text, ['yes', 'true', 'on', '1']).length > 0) return true
  if (match(text, ['no', 'false', 'off', '0']).length > 0) return false
  throw new UserError(`“${shorten(text)}” is neither yes nor no. Type one of the two.`)
}

/** Drops the stop behind names, numbers and zones, which end in none: `U1.` is U1, `ETCIP,` is ETCIP. */
export function withoutStop(text: string, { kind }: Option): string {
  const named =
    kind === 'group' ||
    kind === 'entity' ||
    kind === 'person' ||
    kind === 'meeting' ||
    kind === 'record' ||
    kind === 'section' ||
    kind === 'zone'
  if (!named) return text
  const bare = text.replace(/[.,;:!?]{1,3}$/, '')
  // An initial keeps its stop: `Jane D.`, `U.S.`.
  return /[\p{L}\p{Nd}]{2}$/u.test(bare.slice(-3)) || /^\p{L}?\p{Nd}$/u.test(bare) ? bare : text
}

/** `BMLE please`, `closes:Friday, thanks!`: only a text may end so. */
export function politely(option: Option | undefined, raw: string): string {
  if (option?.kind === 'text' || option?.kind === 'file') return raw
  return raw.replace(
    /(?:^|,? )(?:(?:please|pls|plz|kindly|thanks|thank you|thx|merci|s['’]il (?:vous|te) pla[iî]t|danke|bitte|gracias|por favor|🙏)[.!,]? ?){1,2}!{0,3}$/iu,
    '',
  )
}
