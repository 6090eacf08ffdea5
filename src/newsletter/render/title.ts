import { formatDay } from '../../core/time/day.ts'
import { formatPeriod } from '../../core/time/period.ts'
import type { Figure, Newsletter } from '../compose/compose.ts'
import { figuresPart } from '../parts.ts'

/** `Newsletter No. 3: March–April 2023`, after the framework's name where it has one; another document's own title. */
export function titleOf({ title, framework, number, kind, period }: Newsletter): string {
  if (title !== undefined) return title
  const months = formatPeriod(period)
  const name = framework === undefined ? '' : `${framework} `
  if (kind === 'annual') return `${name}${name === '' ? 'Annual' : 'annual'} newsletter ${months}`
  return `${name}${name === '' ? 'Newsletter' : 'newsletter'}${number === null ? '' : ` No. ${number}`}: ${months}`
}

/** The heading of the figures. */
export function figuresTitleOf({ figuresTitle }: Pick<Newsletter, 'figuresTitle'>): string {
  return figuresTitle ?? figuresPart.title
}

/** What a figure says, with the day of its record where that is not of the period. */
export function figureLabel({ label, asOf }: Figure): string {
  return asOf === undefined ? label : `${label} (as of ${formatDay(asOf)})`
}

/** `+12`, `−3`, `unchanged`; empty where nothing is known of before. */
export function figureChange({ value, previous }: Figure): string {
  if (previous === null) return ''
  const by = value - previous
  return by === 0 ? 'unchanged' : `${by > 0 ? '+' : '−'}${Math.abs(by).toLocaleString('en')}`
}
