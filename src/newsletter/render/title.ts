import { formatDay } from '../../core/time/day.ts'
import { formatPeriod } from '../../core/time/period.ts'
import type { Figure, Newsletter } from '../compose/compose.ts'
import { figuresPart } from '../parts.ts'

/** `Newsletter No. 3: March–April 2023`, after the framework's name where it has one; another document's own title. */
export function titleOf({ title, framework, number, kind, period }: Newsletter): string {
  if (title !== undefined) return title
  const months = formatPeriod(period)
  if (kind === 'annual') {
    if (framework === undefined) return `Annual newsletter ${months}`
    return namesPaper.test(framework) ? `${framework}, ${months}` : `${framework} annual newsletter ${months}`
  }
  return `${newsletterName(framework)}${number === null ? '' : ` No. ${number}`}: ${months}`
}

/** A title as it stands above a text, where `No. 3` keeps its number on its line. */
export function headline(title: string): string {
  return title.replace(/\bNo\. (?=\d)/, 'No.\u00a0')
}

/** What a paper's own name ends with. */
const namesPaper =
  /(?<!\p{L})(?:news|newsletter|bulletin|gazette|journal|digest|review|chronicle|herald|courier|dispatch|letter|monitor|update|updates)$/iu

/** `Compact newsletter`; a name that is a paper’s already, such as `Harbour News`, stands alone. */
export function newsletterName(framework: string | undefined): string {
  if (framework === undefined) return 'Newsletter'
  return namesPaper.test(framework) ? framework : `${framework} newsletter`
}

/** `Edition 2, corrected: The date was wrong`; undefined of a first edition. */
export function editionLine({
  edition,
  correction,
}: Pick<Newsletter, 'edition' | 'correction'>): string | undefined {
  if (edition === undefined) return undefined
  if (correction === undefined) return `Edition ${edition}, corrected.`
  return `Edition ${edition}, corrected: ${correction}`
}

/** The heading of the figures. */
export function figuresTitleOf({ figuresTitle }: Pick<Newsletter, 'figuresTitle'>): string {
  return figuresTitle ?? figuresPart.title
}

/** What a figure says, with the day of its record where that is not of the period. */
export function figureLabel(figure: Figure): string {
  return `${figure.label}${figureDay(figure)}`
}

/** The day of a figure's record after its label; empty where it is of the period. */
export function figureDay({ asOf }: Pick<Figure, 'asOf'>): string {
  return asOf === undefined ? '' : ` (as of ${formatDay(asOf)})`
}

/** The heading of the numbers: “Now” only where all of them are of the period. */
export function numberHeading({ figures }: Pick<Newsletter, 'figures'>): string {
  return figures.every(({ asOf }) => asOf === undefined) ? 'Now' : 'Number'
}

/** `+12`, `−3`, `unchanged`; empty where nothing is known of before or of the period itself, and where there was and is none. */
export function figureChange({ value, previous, asOf }: Pick<Figure, 'value' | 'previous' | 'asOf'>): string {
  if (previous === null || asOf !== undefined) return ''
  const by = value - previous
  // Nothing that stays nothing says nothing.
  if (value === 0 && by === 0) return ''
  return by === 0 ? 'unchanged' : `${by > 0 ? '+' : '−'}${Math.abs(by).toLocaleString('en')}`
}
