import { closeImport, keepImport, lockImport } from '../../../db/directory/import/imports.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { mapColumns, type RecordKind } from '../../../src/directory/import/columns.ts'
import { type ImportRecord, type Problem, readRecords } from '../../../src/directory/import/records.ts'
import { readTable } from '../../../src/directory/import/table.ts'
import { command, found } from '../../define.ts'
import { applyPlan } from './apply.ts'
import { type Plan, planImport } from './plan.ts'

const noun: Readonly<Record<RecordKind, readonly [one: string, many: string]>> = {
  entity: ['entity', 'entities'],
  person: ['person', 'people'],
  group: ['working group', 'working groups'],
}

export const importFile = command({
  name: 'import',
  about: 'Read people, entities or groups from a spreadsheet; shows first what it would change',
  options: {
    file: required(
      option.file({
        about: 'A .csv, .xlsx or .json file of at most 5 MB and 20,000 rows',
        endings: ['csv', 'xlsx', 'json'],
      }),
    ),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory import people.csv'],
  async run(context, { file }) {
    const { db, now, zone, caller } = context
    const table = await readTable(file)
    const mapping = mapColumns(table)
    if (!mapping) {
      throw new UserError(
        `I cannot tell what ${file.name} lists. People need a column “email”, entities “acronym” and “name”, groups also “pillar” or “objective”; it has ${table.columns.slice(0, 12).join(', ')}.`,
      )
    }
    const read = readRecords(table, mapping, { now, zone })
    const plan = await planImport(db, mapping.kind, read.records)
    const problems = [...read.problems, ...plan.problems].sort((a, b) => a.row - b.row)
    const writes = plan.added.length + plan.changed.length
    const shown = [
      ...ignored(mapping.unknown),
      ...problemBlocks(problems),
      problems.length > 0
        ? block.text(
            'Nothing is taken over while there are such rows: mend them in the file and give it again.',
          )
        : undefined,
    ]
    const summary = rich`${file.name}: ${summaryOf(plan)}${problems.length > 0 ? `, ${counted(problems.length, 'mistake')}` : ''}. Nothing has been changed yet.`
    if (problems.length > 0 || writes === 0) return message(summary, ...shown)
    const id = await keepImport(db, {
      content: { kind: plan.kind, records: read.records },
      fileName: file.name,
      by: caller.personId,
      now,
    })
    return message(
      summary,
      ...shown,
      block.buttons(button(`Take over ${writes}`, 'directory apply', { import: `I${id}` }, 'primary')),
    )
  },
})

export const apply = command({
  name: 'apply',
  about: 'Take over a file that was read by /directory import, all of it or nothing',
  options: {
    import: required(option.record({ about: 'The number of the import, such as I3', prefix: 'I' })),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory apply I1'],
  async run(context, { import: id }) {
    const kept = found(await lockImport(context.db, id), `import I${id}`)
    if (kept.appliedAt !== null) throw new UserError(`I${id} was taken over already. Nothing was changed.`)
    const { kind, records } = readKept(kept.content)
    const plan = await planImport(context.db, kind, records)
    if (plan.problems.length > 0) {
      throw new UserError(
        `The directory has changed since ${kept.fileName} was read: ${plan.problems[0]?.text ?? ''} Give the file again. Nothing was changed.`,
      )
    }
    await applyPlan(context, plan, kept.fileName)
    await closeImport(context.db, id, context.now)
    context.about(`import:${id}`)
    return message(rich`Took over ${kept.fileName}: ${summaryOf(plan)}.`)
  },
})

function summaryOf({ kind, added, changed, unchanged }: Plan): string {
  const parts = [
    `${counted(added.length, ...noun[kind])} new`,
    `${changed.length} changed`,
    `${unchanged} unchanged`,
  ]
  return parts.join(', ')
}

function ignored(columns: readonly string[]): readonly Block[] {
  if (columns.length === 0) return []
  return [
    block.text(
      `Nothing is taken from ${columns.length === 1 ? 'the column' : 'the columns'} ${columns.slice(0, 12).join(', ')}.`,
    ),
  ]
}

function problemBlocks(problems: readonly Problem[]): readonly Block[] {
  if (problems.length === 0) return []
  const shown = problems.slice(0, 20).map(({ row, column, text }) => `Row ${row}, ${column}: ${text}`)
  const more = problems.length - shown.length
  return [block.list([...shown, ...(more > 0 ? [`and ${more} more`] : [])])]
}

/** What `importFile` kept. */
function readKept(content: unknown): {
  readonly kind: RecordKind
  readonly records: readonly ImportRecord[]
} {
  if (typeof content === 'object' && content !== null && 'kind' in content && 'records' in content) {
    return content as { kind: RecordKind; records: readonly ImportRecord[] }
  }
  throw new Error('what is kept of an import is none')
}
