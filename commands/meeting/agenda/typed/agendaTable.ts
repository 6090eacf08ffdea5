import { fold } from '../../../../src/core/text/nearest.ts'

/** A row of an agenda that was copied as a table. */
export interface AgendaRow {
  /** With its hours before it where the table has them. */
  readonly item: string
  readonly presenter: string | undefined
}

const columns = {
  hours: 'time; hour; hours; when; start; heure; horaire; hora; horario',
  item: 'item; items; agenda item; topic; topics; subject; session; title; activity; point; sujet; tema; asunto',
  presenter:
    'speaker; speakers; presenter; presenters; presented by; lead; led by; who; by; facilitator; responsible; moderator; intervenant; orador; responsable',
  length: 'duration; minutes; min; mins; length; durée; duración',
} as const
type Column = keyof typeof columns

const byName: ReadonlyMap<string, Column> = new Map(
  (Object.keys(columns) as Column[]).flatMap((column) =>
    columns[column].split(';').map((name) => [fold(name.trim()), column] as const),
  ),
)

const hours = /^\d{1,2}[:.h][0-5]\d/

/**
 * The rows of an agenda whose cells are parted by tabs, with the names of its columns above or with its hours first;
 * undefined for lines of another kind.
 */
export function agendaRows(lines: readonly string[]): readonly AgendaRow[] | undefined {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  const [first = [], ...others] = rows
  if (rows.length < 2 || rows.some((cells) => cells.length < 2)) return undefined
  const named = first.map((cell) => (cell.length > 40 ? undefined : byName.get(fold(cell))))
  if (named.includes('item') && named.filter((one) => one !== undefined).length > 1)
    return others.map((cells) => rowOf(cells, named)).filter(({ item }) => item !== '')
  const timed: readonly Column[] = ['hours', 'item', 'presenter']
  return rows.every(([cell = '']) => hours.test(cell)) ? rows.map((cells) => rowOf(cells, timed)) : undefined
}

function rowOf(cells: readonly string[], named: readonly (Column | undefined)[]): AgendaRow {
  const under = (column: Column) => cells.filter((cell, at) => named[at] === column && cell !== '').join(', ')
  const [time, length, presenter] = [under('hours'), under('length'), under('presenter')]
  const further = cells.filter((cell, at) => named[at] === undefined && cell !== '')
  const title = [under('item'), ...further].filter((one) => one !== '').join(', ')
  const minutes = /^\d{1,3}$/.test(length) ? `${length} min` : length
  return {
    item:
      title === '' ? '' : `${time === '' ? '' : `${time} `}${title}${minutes === '' ? '' : ` (${minutes})`}`,
    presenter: presenter === '' ? undefined : presenter,
  }
}
