import { lastPersonId } from '../../../db/directory/people.ts'
import { tryOut } from '../../../db/store/savepoints/tryOut.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import type { Context } from '../../define.ts'
import { standingsBefore } from '../told/imported.ts'
import { importSheets } from './importSheets.ts'
import { mistakesIn } from './shown/shown.ts'
import { tellImported } from './tellImported.ts'

/** How many of those who are in the directory are told once a file is taken over. Nothing of it stays. */
export async function concernedByIt(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
): Promise<readonly Block[]> {
  const { db } = context
  const told = new Set<number>()
  const rehearsal: Context = {
    ...context,
    notify: (notices) => {
      for (const notice of notices) if ('personId' in notice) told.add(notice.personId)
    },
    mail: () => undefined,
  }
  await tryOut(db, async () => {
    const before = await standingsBefore(context)
    const lastPerson = await lastPersonId(db)
    const outcome = await importSheets(context, sheets, fileName)
    if (mistakesIn(outcome) === 0) await tellImported(rehearsal, outcome, { change: 0, before, lastPerson })
  })
  if (told.size === 0) return []
  const people = counted(told.size, 'person who is', 'people who are')
  return [
    block.text(
      `Then ${people} in the directory already ${told.size === 1 ? 'is' : 'are'} told what it changes for them.`,
    ),
  ]
}
