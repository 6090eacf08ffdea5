import { UserError } from '../errors.ts'
import { shorten } from './text.ts'

/** An amount in the smallest unit of its currency, such as cents. */
export interface Money {
  readonly minor: number
  /** ISO 4217. */
  readonly currency: string
  /** Whether the currency was named. */
  readonly isNamed: boolean
}

/** What is meant where no currency is named. */
export const usualCurrency = 'USD'

const signs: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  dollars: 'USD',
  euros: 'EUR',
}
const units: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  bn: 9,
  billion: 9,
}

/** The highest amount that a number holds to the last unit. */
const most = 9_000_000_000_000_000n

/**
 * A typed amount: `USD 1,200,000`, `1.2m EUR`, `$500k`, `1.5 million`. Raises `UserError` for anything else, and for
 * `1.500`, which means two things.
 */
export function readMoney(text: string, option: string): Money {
  const wrong = (why: string) => new UserError(`“${shorten(text)}” ${why}`, { option })
  const found =
    /^([A-Za-z]{3}|[$€£¥])? ?(\d[\d,.'’ ]{0,24}) ?(k|thousand|m|mn|mio|million|bn|billion)?\.? ?([A-Za-z]{3}|[$€£¥]|dollars|euros)?$/i.exec(
      text.trim(),
    )
  if (!found) throw wrong('is not an amount of money. Try “USD 1,200,000” or “1.2m EUR”.')
  const [, before, digits = '', unit = '', after] = found
  const named = before ?? after
  const currency = named === undefined ? usualCurrency : (signs[named.toLowerCase()] ?? named.toUpperCase())
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw wrong(`names no currency that I know; give its three letters, e.g. USD.`)
  const plain = digits.trim().replace(/[ '’]/g, '')
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:[.](\d+)|,(\d{1,2}))?$/.exec(plain)
  if (!parts) throw wrong('is not an amount of money. Try “USD 1,200,000” or “1.2m EUR”.')
  const [, whole = '', point, comma] = parts
  const fraction = point ?? comma ?? ''
  if (unit === '' && fraction.length > 2)
    throw wrong(
      `may be ${whole}${fraction} or ${whole} and a fraction. Write thousands with commas or not at all.`,
    )
  const shift = (units[unit.toLowerCase()] ?? 0) + minorDigits(currency)
  if (/[1-9]/.test(fraction.slice(shift))) throw wrong(`has more decimal places than ${currency} allows.`)
  const minor = BigInt(`${whole.replaceAll(',', '')}${fraction.padEnd(shift, '0').slice(0, shift)}`)
  if (minor > most) throw wrong('is more than can be kept.')
  return { minor: Number(minor), currency, isNamed: named !== undefined }
}

/** `USD 1,200,000`, with a part of the unit where there is one. */
export function formatMoney(minor: number, currency: string): string {
  const amount = minor / 10 ** minorDigits(currency)
  const digits = Number.isInteger(amount) ? 0 : minorDigits(currency)
  return `${currency} ${amount.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

/** How many digits the smallest unit of a currency stands behind the point. */
function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}
