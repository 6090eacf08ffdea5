import { type Button, button, type Rich, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { dateOrders, type SheetDates } from '../../../src/directory/import/dates/dateOrder.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import type { FileOutcome } from './importSheets.ts'
import { dateOrderButton, inThatOrder } from './shown/dateWords.ts'
import { datesInDoubt } from './shown/shown.ts'

export interface Question {
  readonly text: Rich
  readonly buttons: readonly Button[]
}

/** What a sheet is called in `/directory column`: by its own name, or by the file's where it has none. */
export function sheetLabel({ name }: Pick<Sheet, 'name'>, fileName: string): string {
  return name === '' ? fileName : name
}

/** The kinds of record as they are offered and typed; `nothing` leaves a sheet out for good. */
export const listedKinds = {
  entities: 'entity',
  groups: 'group',
  people: 'person',
  roles: 'role',
  nothing: '',
} as const

const mostAsked = 4

/** Asks what must be known before everything in a file can be taken. Each answer is remembered. */
export function questionsOf(id: number, fileName: string, outcome: FileOutcome): readonly Question[] {
  return [
    ...aboutLists(id, fileName, outcome),
    ...aboutMistaken(id, fileName, outcome),
    ...aboutDates(id, outcome),
    ...aboutMisread(id, outcome),
    ...aboutColumns(id, outcome),
  ]
}

function aboutLists(id: number, fileName: string, { leftOut }: FileOutcome): readonly Question[] {
  const [sheet] = leftOut
  if (sheet === undefined) return []
  const columns = sheet.columns.slice(0, 12).join(', ')
  const named = sheet.name === '' ? rich`this file lists` : rich`the sheet ${sheet.name} lists`
  const more = leftOut.slice(1, 12).map(({ name }) => name)
  const after = more.length > 0 ? `, and after it ${more.join(', ')}` : ''
  return [
    {
      text: rich`I cannot tell what ${named}; it has the columns ${columns}. Nothing is taken from it until you say so${after}.`,
      buttons: kindButtons(id, sheetLabel(sheet, fileName)),
    },
  ]
}

function kindButtons(id: number, sheet: string, not?: string): readonly Button[] {
  const kinds = Object.entries(listedKinds).filter(([, kind]) => kind !== not)
  return kinds.map(([means]) =>
    button(means === 'nothing' ? 'Leave it out' : `It lists ${means}`, 'directory column', {
      import: `I${id}`,
      sheet,
      means,
    }),
  )
}

/** A sheet of which no record can be read may list something else, by a wrong press or a heading that misleads. */
function aboutMistaken(id: number, fileName: string, { sheets }: FileOutcome): readonly Question[] {
  const unread = sheets.find(
    ({ mapping: { fixed }, plan: { kind, added, changed, unchanged, problems } }) =>
      fixed === undefined &&
      kind !== 'seat' &&
      added.length + changed.length + unchanged === 0 &&
      problems.some(({ row }) => row === 1),
  )
  if (unread === undefined) return []
  const { kind } = unread.mapping
  const [listed = kind] = Object.entries(listedKinds).find(([, one]) => one === kind) ?? []
  const label = sheetLabel({ name: unread.sheet }, fileName)
  return [
    {
      text: rich`${label} is read as a list of ${listed}. Say so if it is something else.`,
      buttons: kindButtons(id, label, kind),
    },
  ]
}

function aboutDates(id: number, outcome: FileOutcome): readonly Question[] {
  const date = outcome.sheets.find(({ dates }) => isOpen(dates))?.dates.example
  if (date === undefined) return []
  const [day, month] = dateOrders.map((order) => inThatOrder(date, order))
  const waiting = datesInDoubt(outcome)
  return [
    {
      text: rich`Which number of dates such as ${date} is the day? It is ${day ?? ''} or ${month ?? ''}. ${waiting === 1 ? 'The answer is' : `One answer settles all ${waiting}, and is`} remembered for later files.`,
      buttons: dateOrders.map((order) => dateOrderButton(id, order)),
    },
  ]
}

/** Whether dates of a sheet wait for an answer; where they contradict each other, none would settle them. */
function isOpen({ order, example, both }: SheetDates): boolean {
  return order === undefined && example !== undefined && both === undefined
}

const fewestMisread = 5

/** A column most of whose cells cannot be read may have been said to mean something else by mistake. */
function aboutMisread(id: number, { sheets }: FileOutcome): readonly Question[] {
  const misread = sheets.flatMap(({ mapping, plan }) => {
    // A row that only clashes with another holder of a seat was read all the same.
    if (plan.kind === 'seat') return []
    const read = plan.added.length + plan.changed.length + plan.unchanged
    const amiss = Map.groupBy(
      plan.problems.filter(({ twoDays }) => !twoDays),
      ({ column }) => column,
    )
    const rows = read + new Set(plan.problems.map(({ row }) => row)).size
    return Object.keys(mapping.fields).filter((column) => {
      const some = amiss.get(column) ?? []
      // Entities that are named again and again are some that the directory lacks.
      const missing = some.flatMap(({ missing: name }) => name ?? [])
      const isList = new Set(missing).size * 2 < missing.length
      const many = isList ? some.length - missing.length : some.length
      return many >= fewestMisread && many * 2 > rows && mapping.fixed === undefined
    })
  })
  if (misread.length === 0) return []
  const columns = [...new Set(misread)].slice(0, mostAsked)
  return [
    {
      text: rich`Most cells of ${columns.join(', ')} cannot be read as what ${columns.length === 1 ? 'that column is' : 'those columns are'} taken for. Say what it means if it is something else.`,
      buttons: columns.map((column) =>
        button(`“${shorten(column)}” is something else`, 'directory column', { import: `I${id}`, column }),
      ),
    },
  ]
}

function aboutColumns(id: number, { sheets }: FileOutcome): readonly Question[] {
  const unknown = sheets.flatMap(({ mapping }) => mapping.unknown)
  if (unknown.length === 0) return []
  return [
    {
      text: rich`Nothing is taken from ${unknown.slice(0, 12).map(called).join(', ')}. Say once what such a column means, and it is remembered.`,
      buttons: unknown
        .slice(0, mostAsked)
        .map((column) =>
          button(`What is “${shorten(column)}”?`, 'directory column', { import: `I${id}`, column }),
        ),
    },
  ]
}

/** A heading in quotation marks; a column without one is called by its letter already. */
function called(column: string): string {
  return /^column [A-Z]+$/.test(column) ? column : `“${column}”`
}
