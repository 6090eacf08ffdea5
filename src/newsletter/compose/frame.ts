import { formatDay } from '../../core/time/day.ts'
import type { Figure, Newsletter } from './compose.ts'
import type { ItemChange } from './itemChange.ts'

/** What differs around the items: names, headings and their order, notes, figures, closing words. */
export function frameChanges(before: Newsletter, after: Newsletter): readonly ItemChange[] {
  const [old, now] = [frameOf(before), frameOf(after)]
  const both = new Set([...old.keys()].filter((key) => now.has(key)))
  const words = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly ItemChange[] => {
    // A heading comes and goes with its items.
    if (key.startsWith(heading) && !both.has(key)) return []
    return changed(old.get(key) ?? null, now.get(key) ?? null)
  })
  const order = (frame: Frame) =>
    [...frame].flatMap(([key, text]) => (key.startsWith(heading) && both.has(key) ? [text] : [])).join(' · ')
  const moved = headingsOf(old, both) !== headingsOf(now, both)
  return [...words, ...(moved ? changed(order(old), order(now)) : [])]
}

type Frame = ReadonlyMap<string, string>

const heading = 'heading '

function headingsOf(frame: Frame, both: ReadonlySet<string>): string {
  return [...frame.keys()].filter((key) => key.startsWith(heading) && both.has(key)).join()
}

/** The words around the items, each by what it is, in the order in which they are printed. */
function frameOf({
  framework,
  foreword,
  figuresTitle,
  figures,
  sections,
  closing,
}: Newsletter): ReadonlyMap<string, string> {
  const numbers = figures.map(figureLine).join(', ')
  const all: readonly (readonly [key: string, text: string | undefined])[] = [
    ['framework', framework],
    ['foreword', foreword],
    ...sections.flatMap(({ key, title, subsections }) => [
      [`${heading}${key}`, title] as const,
      ...subsections.flatMap((one) => [
        [`${heading}${key} ${one.key}`, one.title] as const,
        [`note ${one.key}`, one.note] as const,
      ]),
    ]),
    ['figures title', figuresTitle],
    ['figures', numbers],
    ['closing', closing && `${closing.title}: ${closing.text}`],
  ]
  return new Map(
    all.flatMap(([key, text]) => (text === undefined || text === '' ? [] : [[key, text] as const])),
  )
}

function figureLine({ label, value, previous, asOf }: Figure): string {
  return `${label} ${value}${previous === null ? '' : `, ${previous} before`}${asOf ? `, as of ${formatDay(asOf)}` : ''}`
}

function changed(before: string | null, after: string | null): readonly ItemChange[] {
  if (before === after) return []
  return [{ kind: before === null ? 'added' : after === null ? 'removed' : 'changed', before, after }]
}
