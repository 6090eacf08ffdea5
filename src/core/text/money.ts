import { type Choice, UserError } from '../errors.ts'
import { plainDigits } from '../time/reading/token.ts'
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

const names: Readonly<Record<string, string>> = {
  $: 'USD', 'us$': 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', dollar: 'USD', dollars: 'USD', euro: 'EUR', euros: 'EUR',
} // biome-ignore format: a table

const powers: Readonly<Record<string, number>> = {
  k: 3, thousand: 3, m: 6, mn: 6, mio: 6, mln: 6, million: 6, millions: 6, millones: 6, 'milhões': 6, bn: 9, billion: 9, milliard: 9, milliards: 9,
} // biome-ignore format: a table

/** The highest amount that a number holds to the last unit. */
const most = 9_000_000_000_000_000n

const written = new RegExp(
  `^([A-Z]{3}|US\\$|[$€£¥])? ?(\\d[\\d,.' ]{0,24}?) ?(${Object.keys(powers).join('|')})?\\.? ?(?:d['’]|de |of )?([A-Z]{3}|US\\$|[$€£¥]|dollars?|euros?)?$`,
  'i',
)

/**
 * A typed amount: `USD 1,200,000`, `1.2m EUR`, `$500k`, `1,5 million d’euros`, `1.500.000`. Raises `UserError` for
 * anything else, and for `1.500` and `1,500 million`, which mean two things.
 */
export function readMoney(text: string, option: string): Money {
  const wrong = (why: string, choices: readonly Choice[] = []) =>
    new UserError(`“${shorten(text)}” ${why}`, { option, choices })
  const [found, before, digits = '', unit = '', after] = written.exec(plainAmount(text)) ?? []
  const number = found === undefined ? undefined : numberIn(digits.trim(), unit !== '')
  if (!number) throw wrong('is not an amount of money. Try “USD 1,200,000” or “1.2m EUR”.')
  const named = before ?? after
  const currency = named === undefined ? usualCurrency : (names[named.toLowerCase()] ?? named.toUpperCase())
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw wrong(`names no currency that I know; give its three letters, e.g. USD.`)
  const { whole, fraction, isUnsure } = number
  const shift = (powers[unit.toLowerCase()] ?? 0) + minorDigits(currency)
  const isFraction = !/[1-9]/.test(fraction.slice(shift))
  // The smallest coin of a dinar is a thousandth.
  if (isUnsure && (unit === '' || minorDigits(currency) < 3)) {
    const amounts = [`${whole},${fraction}`, ...(isFraction ? [`${whole}.${shortened(fraction)}`] : [])]
    const choices = amounts.map((amount, at) => {
      const shown = (number: string) => [named && currency, number, unit].filter(Boolean).join(' ')
      return { label: shown(amount), value: shown(at === 0 ? `${whole}${fraction}` : amount) }
    })
    const labels = choices.map(({ label }) => label)
    throw wrong(
      isFraction ? `may be ${labels.join(' or ')}. Which one?` : `may be meant as ${labels[0]}. Is it?`,
      choices,
    )
  }
  if (!isFraction) throw wrong(`has more decimal places than ${currency} allows.`)
  const minor = BigInt(`${whole}${fraction.padEnd(shift, '0').slice(0, shift)}`)
  if (minor > most) throw wrong('is more than can be kept.')
  return { minor: Number(minor), currency, isNamed: named !== undefined }
}

/** An amount with the digits, blanks and signs between digits of every script as those of English. */
function plainAmount(text: string): string {
  return plainDigits(text.trim())
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d)’(?=\d)/g, "'")
}

interface WrittenNumber {
  readonly whole: string
  readonly fraction: string
  /** Three digits behind its only sign: they may be thousands or a fraction. */
  readonly isUnsure: boolean
}

/** `1,200,000.50`, `1.200.000,50`, `1 200 000`, `1'200'000` and `1.5`; undefined where the signs are none of these orders. */
function numberIn(digits: string, hasUnit: boolean): WrittenNumber | undefined {
  for (const [thousands, points] of orders) {
    const [found, whole = '', fraction = ''] =
      new RegExp(`^(\\d{1,3}(?:${thousands}\\d{3})+|\\d+)(?:[${points}](\\d+))?$`).exec(digits) ?? []
    if (found === undefined) continue
    const [, first, last] = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(digits) ?? []
    // `1,500` is English, as the amounts that are printed here are.
    if (first !== undefined && last !== undefined && (hasUnit || digits.includes('.')))
      return { whole: first, fraction: last, isUnsure: true }
    // `1500,000` has a slip in it.
    if (!hasUnit && fraction.length > 2) return undefined
    return { whole: whole.replace(/\D/g, ''), fraction, isUnsure: false }
  }
  return undefined
}

/** What stands between thousands, and before a fraction. */
const orders = [[',', '.'], ['[.]', ','], [' ', '.,'], ["'", '.,']] as const // biome-ignore format: a table

/** `5` of `500`, but one digit of `000`. */
function shortened(fraction: string): string {
  return fraction.replace(/0{1,2}$/, '')
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
