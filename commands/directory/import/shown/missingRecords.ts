import { type Block, block } from '../../../../src/core/message.ts'
import { counted } from '../../../../src/core/text/counted.ts'
import { fold } from '../../../../src/core/text/nearest.ts'
import { csvText } from '../../../../src/directory/export/files.ts'
import { type GuessedEntity, guessedEntity } from '../../../../src/directory/import/names/guessedEntity.ts'
import type { FileOutcome } from '../importSheets.ts'

/** A single one is added more quickly by hand. */
const fewest = 2

/** The entities and groups that a list of people names and the directory lacks, as lists to be completed and given first. */
export function missingRecords({ sheets }: FileOutcome, fileName: string): readonly Block[] {
  const entities = sheets.flatMap(({ plan }) => plan.problems.flatMap(({ missing }) => missing ?? []))
  const groups = sheets.flatMap(({ plan }) => plan.missingGroups ?? [])
  return [
    ...missing(entities, fileName, {
      called: ['entity', 'entities'],
      columns: ['acronym', 'name', 'kind', 'aliases'],
      rowOf: ({ acronym, name }) => [acronym, name, 'member', ''],
    }),
    ...missing(groups, fileName, {
      called: ['working group', 'working groups'],
      columns: ['acronym', 'name', 'objective', 'aliases'],
      rowOf: ({ acronym, name }) => [acronym, name, '', ''],
    }),
  ]
}

/**
 * One of each, as lists write it: with its acronym, `CHS – Council of the South`, before the name alone, of which the
 * acronym is a guess, and the acronym alone last.
 */
function distinct(guessed: readonly GuessedEntity[]): readonly GuessedEntity[] {
  const rank = ({ name, acronym, alias }: GuessedEntity) => (alias !== '' ? 0 : name === acronym ? 2 : 1)
  const known = new Set<string>()
  const kept = guessed
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ acronym, name }) => {
      const isNew = !known.has(fold(name))
      known.add(fold(name)).add(fold(acronym))
      return isNew
    })
  return guessed.filter((one) => kept.includes(one))
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
  const some = distinct(names.map(guessedEntity))
  if (some.length < fewest) return []
  return [
    block.text(
      `${counted(some.length, ...called)} that ${fileName} names are not in the directory yet. The list beside this has them, with acronyms that may be guesses: look it over, give it to /directory import, then give ${fileName} again.`,
    ),
    block.file(
      `missing-${called[1] === 'entities' ? 'entities' : 'groups'}.csv`,
      'text/csv',
      csvText({ columns, rows: some.map(rowOf) }),
    ),
  ]
}
