import { rememberHeading } from '../../../db/directory/import/headings.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { match, nearest } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { fieldsOf, headingKey, type Mapping, sheetKey } from '../../../src/directory/import/columns.ts'
import { dateOrders, datesKey } from '../../../src/directory/import/dates/dateOrder.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import { command } from '../../define.ts'
import { shownImport, waitingImport } from './import.ts'
import { dryRun, type FileOutcome, type SheetOutcome } from './importSheets.ts'
import { listedKinds, sheetLabel } from './questions.ts'

export const column = command({
  name: 'column',
  about: 'Say what a column of an imported file means, for later files too',
  options: {
    import: required(option.record({ about: 'The number of the import, such as I3', prefix: 'I' })),
    column: option.text({ about: 'The heading of the column', max: 200 }),
    means: option.text({ about: 'The field it fills, such as title; “nothing” leaves it out', max: 40 }),
    sheet: option.text({ about: 'A sheet, or the file, to say what it lists', max: 200, inForms: false }),
    dates: option.choice({
      about: 'Which number of its dates is the day',
      choices: dateOrders,
      inForms: false,
    }),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory column I1 column:Remarks means:nothing'],
  async run(context, { import: id, column: name, means, sheet, dates }) {
    const file = await waitingImport(context, id)
    const { sheets, fileName } = file
    const remember = async (said: { readonly heading: string; readonly field: string }) => {
      await rememberHeading(context.db, { ...said, by: context.caller.personId, now: context.now })
      return shownImport(context, id, file, await dryRun(context, sheets, fileName))
    }
    if ([name, sheet, dates].filter((one) => one !== undefined).length > 1) {
      throw new UserError('Explain one thing at a time: a column, a sheet or the dates. Nothing was changed.')
    }
    if (dates !== undefined) return remember({ heading: datesKey, field: dates })
    if (sheet !== undefined) return remember(whatSheetLists({ sheets, fileName }, sheet, means))
    const before = await dryRun(context, sheets, fileName)
    if (name === undefined) return shownImport(context, id, file, before)
    const holder = holderOf(before, name)
    if (!holder) {
      const asked = before.sheets.flatMap(({ mapping }) => mapping.unknown)
      throw new UserError(
        `${fileName} has no column “${shorten(name)}”${asked.length > 0 ? `; columns that I do not know: ${list(asked.slice(0, 8))}` : ''}. Nothing was changed.`,
        { option: 'column' },
      )
    }
    const ofRole = roleFieldsBeside(before, holder)
    const free = [...freeFields(holder.mapping, name), ...ofRole]
    const kindOf = (field: string) => (ofRole.includes(field) ? 'role' : holder.mapping.kind)
    if (means === undefined) return question(id, name, free, samples(sheets, holder.sheet, name))
    const field = readMeaning(means, free)
    const shown = await remember({ heading: headingKey(kindOf(field), name), field })
    const other = button(`“${shorten(name)}” is something else`, 'directory column', {
      import: `I${id}`,
      column: name,
    })
    const isOffered = shown.blocks.some(
      (one) => one.kind === 'buttons' && one.buttons.some(({ label }) => label === other.label),
    )
    return isOffered ? shown : { ...shown, blocks: [...shown.blocks, block.buttons(other)] }
  },
})

/** The sheet that has a column, as it is read; a column of chairs is one of the list of groups. */
function holderOf({ sheets }: FileOutcome, column: string): SheetOutcome | undefined {
  const open = sheets.find(({ mapping }) =>
    [...mapping.unknown, ...mapping.unused, ...(mapping.fixed ? [] : Object.keys(mapping.fields))].includes(
      column,
    ),
  )
  const named = sheets.find(({ mapping }) => Object.hasOwn(mapping.fields, column))
  return open ?? sheets.find(({ sheet, mapping }) => sheet === named?.sheet && !mapping.fixed)
}

/** The fields that no other column fills. First and last names are a name. */
function freeFields({ kind, fields }: Mapping, column: string): readonly string[] {
  const taken = Object.keys(fields).flatMap((one) => (one === column ? [] : (fields[one] ?? [])))
  const halves = kind === 'person' && taken.includes('given') && taken.includes('family')
  return fieldsOf(kind).filter((field) => !taken.includes(field) && !(halves && field === 'name'))
}

/** What a list of people may also say of them: in which working group they are, and as what. */
function roleFieldsBeside({ sheets }: FileOutcome, { sheet, mapping }: SheetOutcome): readonly string[] {
  if (mapping.kind !== 'person') return []
  const taken = sheets.flatMap((one) =>
    one.sheet === sheet && one.mapping.kind === 'role' ? Object.values(one.mapping.fields) : [],
  )
  return ['group', 'role'].filter((field) => !taken.includes(field))
}

/** What a sheet was said to list, as it is remembered. Raises `UserError` for a sheet or a kind that there is not. */
function whatSheetLists(
  { sheets, fileName }: { readonly sheets: readonly Sheet[]; readonly fileName: string },
  named: string,
  means: string | undefined,
): { readonly heading: string; readonly field: string } {
  const sheet = sheets.find((one) => sheetLabel(one, fileName) === named)
  const labels = sheets.map((one) => sheetLabel(one, fileName))
  if (!sheet) {
    throw new UserError(
      `${fileName} has no sheet “${shorten(named)}”; it has ${list(labels.slice(0, 8))}. Nothing was changed.`,
      { option: 'sheet' },
    )
  }
  const kinds = Object.keys(listedKinds)
  const [kind, ...others] = match(means ?? '', kinds)
  if (means === undefined || kind === undefined || others.length > 0) {
    throw new UserError(
      `Say what “${shorten(named)}” lists: means:${list(kinds, 'or')}. Nothing was changed.`,
      { option: 'means' },
    )
  }
  const field = Object.entries(listedKinds).find(([text]) => text === kind)?.[1] ?? ''
  return { heading: sheetKey(sheet), field }
}

const nothing = 'nothing'

function question(id: number, column: string, free: readonly string[], values: readonly string[]) {
  const meaning = (label: string, means: string) =>
    button(label, 'directory column', { import: `I${id}`, column, means })
  return message(
    rich`What does the column “${shorten(column)}” mean?`,
    values.length > 0 ? block.text(`It holds, for example: ${values.join('; ')}.`) : undefined,
    block.buttons(meaning('Leave it out', nothing), ...free.map((field) => meaning(field, field))),
  )
}

function readMeaning(typed: string, free: readonly string[]): string {
  const [meant, ...others] = match(typed, [nothing, ...free])
  if (meant !== undefined && others.length === 0) return meant === nothing ? '' : meant
  const near = nearest(typed, free)
  throw new UserError(
    `“${shorten(typed)}” is not a field that is still free${near ? `; did you mean ${near}?` : ''} There are ${list(free, 'and')}, or “${nothing}”. Nothing was changed.`,
    { option: 'means' },
  )
}

/** A few of the column's texts, cut short. */
function samples(
  sheets: readonly { name: string; rows: readonly { cells: Readonly<Record<string, string>> }[] }[],
  sheet: string,
  column: string,
) {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? []
  const texts = rows.flatMap(({ cells }) => (Object.hasOwn(cells, column) ? [cells[column] ?? ''] : []))
  return [...new Set(texts)].slice(0, 3).map((text) => shorten(text))
}
