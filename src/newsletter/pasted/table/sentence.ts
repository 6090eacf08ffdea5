import type { Column, Heading } from './headings.ts'

/** A cell under a heading that nobody listed. */
interface Further {
  readonly name: string
  readonly cell: string
}

/**
 * A row of a table as an item: who, what, where, whatever else it says, and the day in brackets. Empty for a row without
 * words. The first column that nobody listed is the title where none is called so.
 */
export function sentenceOf(columns: readonly Column[], cells: readonly string[]): string {
  const under = (heading: Heading) =>
    columns.flatMap((column, at) =>
      'heading' in column && column.heading === heading ? (cells[at] ?? '') : [],
    )
  const filled = (...all: readonly string[]) => all.filter((cell) => cell !== '')
  const others = columns.flatMap((column, at): readonly Further[] =>
    'name' in column && (cells[at] ?? '') !== '' ? [{ name: column.name, cell: cells[at] ?? '' }] : [],
  )
  const titles = filled(...under('title'), ...under('text'))
  const hasTitle = columns.some((column) => 'heading' in column && ['title', 'text'].includes(column.heading))
  const [first, ...rest] = others
  const told = (hasTitle ? titles : first ? [first.cell] : []).map(withoutStop).join(': ')
  if (told === '') return ''
  const linked = withLink(told, filled(...under('link')))
  const opened = withEntity(linked, filled(...under('entity')).join(', '))
  const places = filled(...under('town'), ...under('state')).filter((place) => !opened.includes(place))
  const whole = [
    opened,
    ...places,
    ...(hasTitle ? others : rest).filter(({ name }) => name === '').map(({ cell }) => cell),
  ].join(', ')
  const further = (hasTitle ? others : rest)
    .filter(({ name }) => name !== '')
    .map(({ name, cell }) => `${name}: ${cell}`)
  const dates = [...filled(...under('date')), ...span(filled(...under('start')), filled(...under('end')))]
  const day = dates.filter((date) => !whole.includes(date)).join(', ')
  return `${[whole, ...further].join('. ')}${day === '' ? '' : ` (${day})`}`
}

function withoutStop(cell: string): string {
  return cell.replace(/[.,;]$/, '')
}

/** `UNODC: Training of judges`, and `UNODC trained judges` where the title says what was done. */
export function withEntity(told: string, entity: string): string {
  if (entity === '' || told.includes(entity)) return told
  const [verb = ''] = /^\p{Lu}?\p{Ll}+/u.exec(told) ?? []
  return isDone(verb) ? `${entity} ${told.slice(0, 1).toLowerCase()}${told.slice(1)}` : `${entity}: ${told}`
}

/** Verbs of what was done that do not end as others do. */
const done = new Set('held led met ran took gave brought began undertook'.split(' '))

/** Whether a word with which a line begins says what was done: `Trained`, `held`. */
function isDone(word: string): boolean {
  return /^\p{L}{3,}ed$/u.test(word) || done.has(word.toLowerCase())
}

function withLink(told: string, links: readonly string[]): string {
  const [link, ...more] = links
  if (link === undefined) return told
  const isMarked = told.includes('](') || !/^https?:\/\/\S+$/.test(link)
  return [isMarked ? `${told} ${link}` : `[${told.replace(/[\\[\]]/g, '\\$&')}](${link})`, ...more].join(' ')
}

/** The first and the last day as one date. */
function span([start]: readonly string[], [end]: readonly string[]): readonly string[] {
  if (start === undefined) return end === undefined ? [] : [end]
  return [end === undefined || end === start ? start : `${start} - ${end}`]
}
