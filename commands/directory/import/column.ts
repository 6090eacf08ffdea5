import { rememberHeading } from '../../../db/directory/import/headings.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { list } from '../../../src/core/language/feature.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { match, nearest } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { fieldsOf, headingKey, sheetKey } from '../../../src/directory/import/columns.ts'
import { dateOrders, datesKey } from '../../../src/directory/import/dateOrder.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import { command } from '../../define.ts'
import { rehearse } from './carryOut.ts'
import { shownImport, waitingImport } from './import.ts'
import { listed, listedKinds } from './questions.ts'

export const column = command({
  name: 'column',
  about: 'Say what a column of an imported file means; it is remembered for later files',
  options: {
    import: required(option.record({ about: 'The number of the import, such as I3', prefix: 'I' })),
    column: required(option.text({ about: 'The heading of the column', max: 200 })),
    means: option.text({ about: 'The field it fills, such as title; “nothing” leaves it out', max: 40 }),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory column I1 column:Remarks means:nothing'],
  async run(context, { import: id, column: name, means }) {
    const { sheets, fileName } = await waitingImport(context, id)
    const whole = means === undefined ? undefined : wholeFile(sheets, name, means)
    if (whole) {
      await rememberHeading(context.db, { ...whole, by: context.caller.personId, now: context.now })
      return shownImport(id, fileName, await rehearse(context, sheets, fileName))
    }
    const before = await rehearse(context, sheets, fileName)
    const holder = before.sheets.find(
      ({ mapping }) => mapping.unknown.includes(name) || mapping.unused.includes(name),
    )
    if (!holder) {
      const asked = before.sheets.flatMap(({ mapping }) => mapping.unknown)
      throw new UserError(
        `${fileName} has no column “${shorten(name)}” to be explained${asked.length > 0 ? `; it has ${list(asked.slice(0, 8))}` : ''}. Nothing was changed.`,
        { option: 'column' },
      )
    }
    const { kind, fields } = holder.mapping
    const free = fieldsOf(kind).filter((field) => !Object.values(fields).includes(field))
    if (means === undefined) return question(id, name, free, samples(sheets, holder.sheet, name))
    const field = readMeaning(means, free)
    await rememberHeading(context.db, {
      heading: headingKey(kind, name),
      field,
      by: context.caller.personId,
      now: context.now,
    })
    return shownImport(id, fileName, await rehearse(context, sheets, fileName))
  },
})

/** An answer about a whole sheet or about all dates, as it is remembered; undefined for one about a column. */
function wholeFile(
  sheets: readonly Sheet[],
  name: string,
  means: string,
): { readonly heading: string; readonly field: string } | undefined {
  const called = sheets.some(({ columns }) => columns.includes(name))
  if (called) return undefined
  if (name === datesKey) return { heading: datesKey, field: oneOf(means, dateOrders) }
  const sheet = sheets.find((one) => name === (one.name === '' ? listed : `${listed} ${one.name}`))
  if (!sheet) return undefined
  const kind = oneOf(means, Object.keys(listedKinds))
  const field = Object.entries(listedKinds).find(([said]) => said === kind)?.[1] ?? ''
  return { heading: sheetKey(sheet), field }
}

function oneOf(typed: string, choices: readonly string[]): string {
  const [meant, ...others] = match(typed, choices)
  if (meant !== undefined && others.length === 0) return meant
  throw new UserError(
    `“${shorten(typed)}” is not a choice here: give ${list(choices, 'or')}. Nothing was changed.`,
    {
      option: 'means',
    },
  )
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
