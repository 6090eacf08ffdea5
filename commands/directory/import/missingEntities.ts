import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { csvText } from '../../../src/directory/export/files.ts'
import { guessedEntity } from '../../../src/directory/import/guessedEntity.ts'
import type { FileOutcome } from './carryOut.ts'

/** One is sooner added by hand. */
const fewest = 2

/** The entities that a list of people names and the directory lacks, as a list to be completed and given first. */
export function missingEntities({ sheets }: FileOutcome, fileName: string): readonly Block[] {
  const names = sheets.flatMap(({ plan }) => plan.problems.flatMap(({ missing }) => missing ?? []))
  const distinct = [...new Map(names.map((name) => [fold(name), name])).values()]
  if (distinct.length < fewest) return []
  const rows = distinct.map(guessedEntity).map(({ acronym, name, alias }) => [acronym, name, 'member', alias])
  return [
    block.text(
      `${counted(distinct.length, 'entity', 'entities')} that ${fileName} names ${distinct.length === 1 ? 'is' : 'are'} not in the directory yet. The list beside this has them, with acronyms that may be guesses: look it over, give it to /directory import, then give ${fileName} again.`,
    ),
    block.file(
      'missing-entities.csv',
      'text/csv',
      csvText({ columns: ['acronym', 'name', 'kind', 'aliases'], rows }),
    ),
  ]
}
