import { byActivities } from '../byActivities.ts'
import { byDates, byNumbers, byOpeningDays, bySentences, bySigns } from '../oneLine.ts'
import { areDetails, bulletsOf } from './bullets.ts'
import { byParagraphs, leadAbove } from './paragraphs.ts'
import { bySeries, leadOf } from './series.ts'
import { isTooShort } from './subBullets.ts'

/** The items of lines that hold two or more; undefined for one alone. */
export function itemsOf(
  lines: readonly string[],
): { readonly items: readonly string[]; readonly headings: readonly string[] } | undefined {
  const bullets = bulletsOf(lines)
  const byItsBullets = () => (areDetails(lines) ? [] : bullets.items)
  const series = onOneLine(bySeries)
  const headingsOf = new Map<unknown, () => readonly string[]>([
    [byItsBullets, () => bullets.headings],
    [byParagraphs, () => [leadAbove(lines)]],
    [series, () => [leadOf(lines.join(' '))]],
  ])
  for (const split of [
    byItsBullets,
    byParagraphs,
    ofOneLine(bySigns),
    onOneLine(byNumbers),
    onOneLine(byDates),
    series,
    onOneLine(bySentences),
    onOneLine(byOpeningDays),
    onOneLine(byActivities),
  ]) {
    const items = split(lines).map((item) => item.trim())
    if (items.length < 2 || items.some(isTooShort)) continue
    // A heading that its items say themselves is no loss.
    const isLost = (heading: string) => !items.some((item) => item.includes(heading))
    return {
      items,
      headings:
        headingsOf
          .get(split)?.()
          .filter((one) => one !== '' && isLost(one)) ?? [],
    }
  }
  return undefined
}

function ofOneLine(split: (text: string) => readonly string[]) {
  return (lines: readonly string[]) => {
    const [only = '', ...others] = lines.filter((line) => line.trim() !== '')
    return others.length > 0 ? [] : split(only)
  }
}

function onOneLine(split: (text: string) => readonly string[]) {
  return (lines: readonly string[]) =>
    split(
      lines
        .map((line) => line.trim())
        .join(' ')
        .trim(),
    )
}
