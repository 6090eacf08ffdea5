import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { csvText } from '../../../src/directory/export/files.ts'
import { type GuessedEntity, guessedEntity } from '../../../src/directory/import/guessedEntity.ts'
import type { FileOutcome } from './carryOut.ts'

/** One is sooner added by hand. */
const fewest = 2

/** The entities and groups that a list of people names and the directory lacks, as lists to be completed and given first. */
export function missingRecords({ sheets }: FileOutcome, fileName: string): readonly Block[] {
  const entities = sheets.flatMap(({ plan }) => plan.problems.flatMap(({ missing }) => missing ?? []))
  const groups = sheets.flatMap(({ plan }) => plan.missingGroups ?? [])
  return [
    ...missing(entities, fileName, {
      called: ['entity', 'entities'],
      columns: ['acronym', 'name', 'kind', 'aliases'],
      rowOf: ({ acronym, name, alias }) => [acronym, name, 'member', alias],
    }),
    ...missing(groups, fileName, {
      called: ['working group', 'working groups'],
      columns: ['acronym', 'name', 'objective', 'aliases'],
      rowOf: ({ acronym, name, alias }) => [acronym, name, '', alias],
    }),
  ]
}

interface List {
  readonly called: readonly [one: string, many: string]
  readonly columns: readonly string[]
  readonly rowOf: (guessed: GuessedEntity) => readonly string[]
}

function missing(
  names: readonly string[],
  fileName: string,
  { called, columns, rowOf }: List,
): readonly Block[] {
  const all = [...new Map(names.map((name) => [fold(name), guessedEntity(name)])).values()]
  // Written whole in one row, by the acronym alone in another.
  const whole = new Set(all.filter((one) => one.name !== one.acronym).map(({ acronym }) => fold(acronym)))
  const distinct = all.filter((one) => one.name !== one.acronym || !whole.has(fold(one.acronym)))
  if (distinct.length < fewest) return []
  return [
    block.text(
      `${counted(distinct.length, ...called)} that ${fileName} names are not in the directory yet. The list beside this has them, with acronyms that may be guesses: look it over, give it to /directory import, then give ${fileName} again.`,
    ),
    block.file(
      `missing-${called[1] === 'entities' ? 'entities' : 'groups'}.csv`,
      'text/csv',
      csvText({ columns, rows: distinct.map(rowOf) }),
    ),
  ]
}
