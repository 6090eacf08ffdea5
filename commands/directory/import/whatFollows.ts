import { lastPersonId } from '../../../db/directory/people.ts'
import { hasMeetingsAhead } from '../../../db/meetings/series/inviteAll.ts'
import { tryOut } from '../../../db/store/savepoints/tryOut.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import type { Context } from '../../define.ts'
import { newcomersShown } from '../../meeting/series/newcomersShown.ts'
import { type StandingsBefore, standingsBefore } from '../told/imported.ts'
import { type FileOutcome, importSheets } from './importSheets.ts'
import { mistakesIn } from './shown/shown.ts'
import { tellImported } from './tellImported.ts'

/**
 * How many of those who are in the directory are told once a file is taken over, and who is invited to meetings, since
 * they belong to their groups by then. It is tried out where either may be; nothing of it stays.
 */
export async function whatFollows(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
  planned: FileOutcome,
): Promise<readonly Block[]> {
  const { db, now } = context
  const concernsOthers = planned.sheets.some(({ plan }) => changesRecords(plan))
  const invites = await hasMeetingsAhead(db, now)
  if (!concernsOthers && !invites) return []
  return tryOut(db, async () => {
    const before = concernsOthers ? await standingsBefore(context) : undefined
    const lastPerson = await lastPersonId(db)
    const outcome = await importSheets(context, sheets, fileName)
    if (mistakesIn(outcome) > 0) return []
    return [
      ...(before === undefined ? [] : await concerned(context, outcome, { before, lastPerson })),
      ...(invites ? await newcomersShown(db, now) : []),
    ]
  })
}

/** Whether a sheet changes what is on record; a person or a group that is new concerns nobody who was there before. */
function changesRecords({ kind, added, changed }: FileOutcome['sheets'][number]['plan']): boolean {
  return changed.length > 0 || (added.length > 0 && (kind === 'role' || kind === 'seat'))
}

async function concerned(
  context: Context,
  outcome: FileOutcome,
  { before, lastPerson }: { readonly before: StandingsBefore; readonly lastPerson: number },
): Promise<readonly Block[]> {
  const told = new Set<number>()
  const rehearsal: Context = {
    ...context,
    notify: (notices) => {
      for (const notice of notices) if ('personId' in notice) told.add(notice.personId)
    },
    mail: () => undefined,
  }
  await tellImported(rehearsal, outcome, { change: 0, before, lastPerson })
  if (told.size === 0) return []
  const people = counted(told.size, 'person who is', 'people who are')
  return [
    block.text(
      `Then ${people} in the directory already ${told.size === 1 ? 'is' : 'are'} told what it changes for them.`,
    ),
  ]
}

/** Whom the rule invites to meetings soon, since they belong to their groups now that a file has been taken over. */
export async function invitedNow({ db, now }: Context): Promise<readonly Block[]> {
  if (!(await hasMeetingsAhead(db, now))) return []
  // The rule itself notes the invitations, when it tells of them.
  return tryOut(db, () => newcomersShown(db, now, 'Now'))
}
